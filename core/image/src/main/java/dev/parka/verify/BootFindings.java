package dev.parka.verify;

import dev.parka.verify.boot.BootResult;
import java.util.List;
import java.util.Optional;

/** Judges what came of starting an image. */
final class BootFindings {

  private BootFindings() {}

  static Optional<Finding> of(BootResult result) {
    return switch (result.outcome()) {
      case BOOTED -> Optional.empty();
      case PORT_TAKEN ->
          Optional.of(finding(VerifyProblem.PORT_TAKEN, result, "a free port", List.of()));
      case NOT_STOPPED, STOPPED_BADLY ->
          Optional.of(
              finding(VerifyProblem.NOT_STOPPED, result, "a clean end", result.run().output()));
      case CANNOT_START, EXITED, TIMED_OUT ->
          Optional.of(
              finding(
                  VerifyProblem.NOT_BOOTED,
                  result,
                  result.probe().expectation(),
                  result.run().output()));
    };
  }

  private static Finding finding(
      VerifyProblem id, BootResult result, String expected, List<String> output) {
    return new Finding(id, "boot", expected, result.fact(), output);
  }
}
