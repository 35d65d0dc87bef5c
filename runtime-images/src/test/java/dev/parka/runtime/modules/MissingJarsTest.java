package dev.parka.runtime.modules;

import static dev.parka.runtime.modules.Inferring.inferMain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.Problem;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.testing.Jars;
import org.junit.jupiter.api.Test;

class MissingJarsTest {

  private static final String APP = "package p; class App { String s; }";
  private static final String MANIFEST =
      "Manifest-Version: 1.0\r\nClass-Path: ../lib/a.jar b.jar conf/\r\n\r\n";

  @Test
  void warnsOfJarsThatTheManifestOfTheMainClassNames() {
    ClassSource app =
        Jars.entries().text("META-INF/MANIFEST.MF", MANIFEST).classes(APP).source("app.jar");

    RootModules modules = inferMain("p.App", app, Jars.entries().source("b.jar"));

    assertThat(modules.warnings().stream().map(Problem::toString))
        .containsExactly(
            "[MissingManifestEntry] app.jar, which has the main class, names ../lib/a.jar in the"
                + " Class-Path of its manifest, and no such jar is on the class path; put it where"
                + " the manifest says, or ignore this if nothing needs it");
  }

  @Test
  void saysNothingOfLibraries() {
    ClassSource app = Jars.entries().classes(APP).source("app.jar");
    ClassSource library = Jars.entries().text("META-INF/MANIFEST.MF", MANIFEST).source("b.jar");

    assertThat(inferMain("p.App", app, library).warnings()).isEmpty();
  }
}
