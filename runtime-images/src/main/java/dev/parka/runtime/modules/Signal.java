package dev.parka.runtime.modules;

import java.util.List;

/**
 * What shows that modules are needed although nothing refers to them.
 *
 * @param conditions what must all hold in one class
 * @param modules the modules that are needed then
 * @param from the first feature version of the JDK that is so
 * @param to the last
 * @param sureness how far it can be trusted
 * @param why what the class does, as the end of a sentence about it
 */
record Signal(
    List<Condition> conditions,
    List<ModuleName> modules,
    int from,
    int to,
    Sureness sureness,
    String why) {

  /** How far a signal can be trusted. */
  enum Sureness {
    /** Most that do so need the modules. */
    SURE,
    /** Code of the application's own needs them; libraries offer much that nobody asks for. */
    OWN,
    /** Most do without. */
    PERHAPS
  }

  /** Whether it can be trusted in the application's own code, or in others'. */
  boolean isTrusted(boolean isOwn) {
    return switch (sureness) {
      case SURE -> true;
      case OWN -> isOwn;
      case PERHAPS -> false;
    };
  }

  boolean isSeenIn(Facts facts) {
    for (Condition condition : conditions) {
      if (!condition.holds(facts)) {
        return false;
      }
    }
    return true;
  }
}
