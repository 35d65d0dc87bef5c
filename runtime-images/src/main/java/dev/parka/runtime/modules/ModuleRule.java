package dev.parka.runtime.modules;

/** One way in which an application shows that it needs a module. */
interface ModuleRule {

  /** Adds what this rule finds; the order of rules does not matter. */
  void apply(Evidence evidence, Findings findings);
}
