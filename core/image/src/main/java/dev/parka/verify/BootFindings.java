package dev.parka.verify;

import dev.parka.verify.boot.BootResult;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Judges what came of starting an image. */
final class BootFindings {

  private static final String OWN = "/lib/server/classes";
  private static final String SUFFIX = ".jsa";
  private static final String NO_VM = "Error: Could not create the Java Virtual Machine.";
  private static final String FAILED_IN_VM = "Error occurred during initialization of VM";

  private BootFindings() {}

  static Optional<Finding> of(BootResult result) {
    return switch (result.outcome()) {
      case BOOTED -> Optional.empty();
      case PORT_TAKEN ->
          Optional.of(finding(VerifyProblem.PORT_TAKEN, result, "a free port", List.of()));
      case NOT_STOPPED, STOPPED_BADLY ->
          Optional.of(
              finding(VerifyProblem.NOT_STOPPED, result, "a clean end", result.run().output()));
      case EXITED -> Optional.of(refused(result).orElseGet(() -> notBooted(result)));
      case CANNOT_START, TIMED_OUT -> Optional.of(notBooted(result));
    };
  }

  /** Start-up archives that the JVM, which says no word about it, passed over. */
  static List<Finding> archives(BootResult result, List<String> expected) {
    Set<String> mapped = result.run().mapped();
    if (mapped.stream().noneMatch(file -> file.endsWith("/libjvm.so"))) {
      return List.of();
    }
    return expected.stream()
        .filter(archive -> !isUsed(archive, mapped))
        .map(
            archive ->
                new Finding(
                    VerifyProblem.UNUSED_ARCHIVE,
                    archive,
                    "an archive that the running JVM has mapped",
                    "one that it passed over"))
        .toList();
  }

  /** The JVM's own archive has others beside it, for other heaps, of which it chooses one. */
  private static boolean isUsed(String archive, Set<String> mapped) {
    if (mapped.contains(archive) || !archive.endsWith(OWN + SUFFIX)) {
      return mapped.contains(archive);
    }
    String beginning = archive.substring(0, archive.length() - SUFFIX.length());
    return mapped.stream()
        .anyMatch(file -> file.startsWith(beginning + '_') && file.endsWith(SUFFIX));
  }

  /** What the JVM itself says when it does not start with what it is told. */
  private static Optional<Finding> refused(BootResult result) {
    List<String> output = result.run().output();
    int failed = output.indexOf(FAILED_IN_VM);
    int gaveUp = output.indexOf(NO_VM);
    int reason = failed >= 0 ? failed + 1 : gaveUp - 1;
    if (reason < 0 || reason >= output.size()) {
      return Optional.empty();
    }
    return Optional.of(
        new Finding(
            VerifyProblem.REFUSED_JVM_FLAGS,
            "boot",
            "flags with which the image's JVM starts",
            output.get(reason),
            output));
  }

  private static Finding notBooted(BootResult result) {
    return finding(
        VerifyProblem.NOT_BOOTED, result, result.probe().expectation(), result.run().output());
  }

  private static Finding finding(
      VerifyProblem id, BootResult result, String expected, List<String> output) {
    return new Finding(id, "boot", expected, result.fact(), output);
  }
}
