package dev.parka.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.classes.ClassName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars that are the same every time have a time of long ago. */
class OldJarTest {

  @TempDir Path project;
  private Path classes;
  private Path jar;

  @BeforeEach
  void pack() throws IOException {
    classes = project.resolve("target/classes");
    jar = project.resolve("target/app.jar");
    Path file = classes.resolve("com/acme/App.class");
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {1});
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry("BOOT-INF/classes/com/acme/App.class"));
      zip.write(1);
    }
    Files.setLastModifiedTime(jar, FileTime.from(Instant.EPOCH));
  }

  @Test
  void countsWhereItHasTheClasses() {
    assertThat(application()).isEqualTo(jar);
  }

  @Test
  void doesNotCountWhereOneIsAnother() throws IOException {
    Files.write(classes.resolve("com/acme/New.class"), new byte[] {2});
    assertThat(application()).isEqualTo(classes);
  }

  private Path application() {
    return new PackagedClassPath(project, List.of(classes))
        .of(new ClassName("com.acme.App"))
        .entries()
        .get(0);
  }
}
