package dev.parka.image;

import dev.parka.runtime.Problem;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is said when an application that opens windows is linked from a JDK that cannot. */
final class HeadlessJdk {

  private static final ModuleName DESKTOP = new ModuleName("java.desktop");

  /** The packages of what a screen is needed for; {@code java.beans} and printing do without. */
  private static final Pattern WINDOWS = Pattern.compile("java\\.awt\\.[A-Z]|javax\\.swing\\.");

  private HeadlessJdk() {}

  /** The warning, if the image's reasons for {@code java.desktop} speak of windows. */
  static Optional<Problem> warning(Jdk jdk, RootModules modules) {
    List<Reason> reasons = modules.reasons().getOrDefault(DESKTOP, List.of());
    return reasons.stream()
        .filter(reason -> WINDOWS.matcher(reason.text()).find())
        .findFirst()
        .filter(reason -> jdk.isHeadless())
        .map(
            reason ->
                new Problem(
                    ImageProblem.HEADLESS_JDK,
                    "the JDK in "
                        + jdk.home()
                        + " is headless, and the application may open windows: "
                        + reason,
                    "link from a JDK with libawt_xawt.so, unless it never does"));
  }
}
