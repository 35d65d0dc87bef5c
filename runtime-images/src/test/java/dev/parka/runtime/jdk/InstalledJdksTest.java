package dev.parka.runtime.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstalledJdksTest {

  @TempDir private Path directory;

  @BeforeEach
  void resolveLinks() throws IOException {
    directory = directory.toRealPath();
  }

  @Test
  void theRunningOneGoesFirstThenTheNewest() throws IOException {
    Path old = fake("jvm/old", "11.0.2", "x86_64");
    Path newer = fake("jvm/newer", "21.0.10", "aarch64");
    Path newest = fake("elsewhere", "21.0.11", "x86_64");
    Files.createSymbolicLink(directory.resolve("jvm/again"), newer);
    Files.createDirectories(directory.resolve("jvm/no-jdk"));
    Files.writeString(directory.resolve("jvm/file"), "");

    InstalledJdks found =
        InstalledJdks.find(
            List.of("~/jvm", "/nowhere", "relative"),
            Map.of("JAVA_HOME", newest.toString(), "JAVA_HOME_17_X64", "\0", "JAVA", "/"),
            directory.toString());

    assertThat(found.jdks())
        .extracting(Jdk::home)
        .containsExactly(Jdk.running().home(), newest, newer, old);
    assertThat(found.first(jdk -> jdk.featureVersion() == 11)).map(Jdk::home).contains(old);
    assertThat(new InstalledJdks(found.jdks().subList(2, 4)).describe())
        .isEqualTo("21.0.10 for aarch64 in " + newer + ", 11.0.2 for x86_64 in " + old);
  }

  @Test
  void saysThatThereIsNone() {
    assertThat(new InstalledJdks(List.of()).describe()).isEqualTo("none");
  }

  private Path fake(String name, String version, String architecture) throws IOException {
    Path home = Files.createDirectories(directory.resolve(name));
    Files.createDirectories(home.resolve("bin"));
    Files.createDirectories(home.resolve("lib"));
    Files.writeString(
        home.resolve("release"),
        "JAVA_VERSION=\"" + version + "\"\nOS_ARCH=\"" + architecture + "\"\n");
    for (String file : List.of("bin/java", "bin/jlink", "lib/modules")) {
      Files.writeString(home.resolve(file), "");
    }
    return home;
  }
}
