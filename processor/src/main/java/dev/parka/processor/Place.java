package dev.parka.processor;

import dev.parka.runtime.Problem;

/** Somewhere that a problem can be shown. */
@FunctionalInterface
interface Place {

  /** Shows the problem here, as the error or the warning that it is. */
  void report(Problem problem);
}
