package dev.parka.spec;

import dev.parka.annotations.Startup;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import java.util.regex.Pattern;

/** Flags of the java command that say which start-up archive is used. */
final class StartupFlag {

  private static final Pattern FLAG =
      Pattern.compile("-Xshare.*|-XX:(?:Shared|AOT|ArchiveClassesAtExit|[+-]AutoCreateShared).*");

  private StartupFlag() {}

  /**
   * Passes a flag that says no such thing, or any where nothing is wanted.
   *
   * @throws ParkaException [StartupFlag]
   */
  static JvmFlag check(JvmFlag flag, Startup startup) {
    if (startup != Startup.NONE && FLAG.matcher(flag.value()).matches()) {
      throw new ParkaException(
          SpecProblem.STARTUP_FLAG,
          "the JVM flag '"
              + Printable.of(flag.value())
              + "' and startup "
              + startup
              + " both say which archive is used",
          "leave one of them out: an image gives java the flags for its own archive");
    }
    return flag;
  }
}
