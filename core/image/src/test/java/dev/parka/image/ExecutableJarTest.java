package dev.parka.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecutableJarTest {

  private static final String LAUNCHER = "org.springframework.boot.loader.launch.JarLauncher";

  @TempDir Path directory;
  private Path unpacked;

  @BeforeEach
  void unpacked() throws IOException {
    unpacked = Files.createDirectory(directory.resolve("unpacked"));
  }

  @Test
  void becomesAJarOfItsClassesAndTheJarsThatWereInside() throws IOException {
    Path jar =
        jar(
            LAUNCHER,
            Map.of(
                "META-INF/services/java.nio.file.spi.FileSystemProvider",
                "of.the.Launcher",
                "org/springframework/boot/loader/launch/JarLauncher.class",
                "launcher",
                "BOOT-INF/classes/com/acme/App.class",
                "app",
                "BOOT-INF/lib/a-1.jar",
                "a",
                "BOOT-INF/lib/b-1.jar",
                "b",
                "BOOT-INF/lib/ä.jar",
                "not listed",
                "BOOT-INF/classpath.idx",
                """
                - "BOOT-INF/lib/b-1.jar"
                - "BOOT-INF/lib/gone.jar"
                - "BOOT-INF/lib/a-1.jar"
                """));

    List<Path> entries = executable(jar).unpack(unpacked);

    assertThat(entries)
        .extracting(entry -> entry.getFileName().toString())
        .containsExactly("app.jar", "b-1.jar", "a-1.jar", "_.jar");
    assertThat(entries.get(1)).hasContent("b");
    try (JarFile classes = new JarFile(entries.get(0).toFile())) {
      assertThat(classes.stream().map(ZipEntry::getName))
          .containsExactlyInAnyOrder(
              "META-INF/", "META-INF/MANIFEST.MF", "com/", "com/acme/", "com/acme/App.class");
      assertThat(classes.getManifest().getMainAttributes().entrySet())
          .extracting(attribute -> attribute.getKey() + ": " + attribute.getValue())
          .containsExactlyInAnyOrder(
              "Manifest-Version: 1.0", "Main-Class: com.acme.App", "Implementation-Version: 7");
    }
  }

  @Test
  void isStartedByWhatItsLauncherStarts() throws IOException {
    ExecutableJar jar =
        executable(jar(LAUNCHER, Map.of("BOOT-INF/classes/com/acme/Other.class", "other")));
    ClassName launcher = new ClassName(LAUNCHER);
    ClassName other = new ClassName("com.acme.Other");

    assertThat(jar.has(launcher)).isTrue();
    assertThat(jar.started(launcher)).hasToString("com.acme.App");
    assertThat(jar.has(other)).isTrue();
    assertThat(jar.started(other)).isEqualTo(other);
    assertThat(jar.has(new ClassName("com.acme.App"))).isFalse();
  }

  @Test
  void imagesRunWhatItStarts() throws IOException {
    assertThat(MainClassFinder.findStarted(ClassPath.of(List.of(jar(LAUNCHER, Map.of())))))
        .hasToString("Optional[com.acme.App]");
  }

  /** They look for jars where properties say. */
  @Test
  void otherLaunchersStay() throws IOException {
    Path jar = jar("org.springframework.boot.loader.launch.PropertiesLauncher", Map.of());
    assertThat(ExecutableJar.on(ClassPath.of(List.of(jar)))).isEmpty();
    assertThat(MainClassFinder.findStarted(ClassPath.of(List.of(jar))))
        .hasToString("Optional[org.springframework.boot.loader.launch.PropertiesLauncher]");
  }

  @Test
  void refusesNamesThatLeadOutOfIt() throws IOException {
    ExecutableJar jar = executable(jar(LAUNCHER, Map.of("BOOT-INF/classes/../../x", "x")));
    assertThatThrownBy(() -> jar.unpack(unpacked))
        .isInstanceOf(ParkaException.class)
        .hasMessageStartingWith("[HostileJar] ");
  }

  private static ExecutableJar executable(Path jar) {
    return ExecutableJar.on(ClassPath.of(List.of(jar))).orElseThrow();
  }

  private Path jar(String launcher, Map<String, String> files) throws IOException {
    Path jar = directory.resolve("app.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      write(
          zip,
          JarFile.MANIFEST_NAME,
          "Manifest-Version: 1.0\nMain-Class: "
              + launcher
              + "\nStart-Class: com.acme.App\nImplementation-Version: 7\n"
              + "Spring-Boot-Classes: BOOT-INF/classes/\nSpring-Boot-Lib: BOOT-INF/lib/\n"
              + "Spring-Boot-Version: 3.5.7\n\nName: a\nSHA-256-Digest: x\n\n");
      for (Map.Entry<String, String> file : files.entrySet()) {
        write(zip, file.getKey(), file.getValue());
      }
    }
    return jar;
  }

  private static void write(ZipOutputStream zip, String name, String content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content.getBytes(StandardCharsets.UTF_8));
  }
}
