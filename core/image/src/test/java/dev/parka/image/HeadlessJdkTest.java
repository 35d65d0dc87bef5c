package dev.parka.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.Problem;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadlessJdkTest {

  private static final RootModules WINDOWS = reachedBy("com.acme.App → java.awt.Frame (app.jar)");

  @TempDir private Path home;

  @Test
  void warnsWhereWindowsHaveNothingToOpenThem() {
    assertThat(HeadlessJdk.warning(jdk(), WINDOWS))
        .map(Problem::toString)
        .contains(
            "[HeadlessJdk] the JDK in "
                + home
                + " is headless, and the application may open windows: com.acme.App →"
                + " java.awt.Frame (app.jar); link from a JDK with libawt_xawt.so, unless it never"
                + " does");
  }

  @Test
  void saysNothingOfADesktopWithoutWindows() {
    assertThat(
            HeadlessJdk.warning(
                jdk(), reachedBy("com.acme.App → java.beans.Introspector (app.jar)")))
        .isEmpty();
  }

  @Test
  void saysNothingWhereWindowsCanOpen() throws IOException {
    Files.createDirectory(home.resolve("lib"));
    Files.createFile(home.resolve("lib/libawt_xawt.so"));
    assertThat(HeadlessJdk.warning(jdk(), WINDOWS)).isEmpty();
  }

  /** No more of a JDK than what windows are looked for in. */
  private Jdk jdk() {
    Jdk running = Jdk.running();
    return new Jdk(
        home,
        Runtime.Version.parse("25.0.3+9"),
        running.vendor(),
        running.architecture(),
        running.libc());
  }

  private static RootModules reachedBy(String reason) {
    TreeMap<ModuleName, List<Reason>> reasons = new TreeMap<>();
    reasons.put(ModuleName.JAVA_BASE, List.of(new Reason("every application needs it")));
    reasons.put(new ModuleName("java.desktop"), List.of(new Reason(reason)));
    return new RootModules(reasons, List.of());
  }
}
