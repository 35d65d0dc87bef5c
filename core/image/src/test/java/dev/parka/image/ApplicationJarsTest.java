package dev.parka.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.plan.ImageFiles;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ModulePath;
import dev.parka.runtime.tree.FileEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApplicationJarsTest {

  @TempDir Path directory;

  @Test
  void keepsWhatChangesOftenApartFromWhatDoesNot() throws Exception {
    List<Path> classPath = new ArrayList<>();
    classPath.add(jar("shop.jar", "com/acme/App.class"));
    for (String name :
        List.of(
            "jackson-core-2.23.0.jar",
            "a-1.2-SNAPSHOT.jar",
            "b-1.2-20261124.101112-7.jar",
            "c-1.2-SNAPSHOT-linux.jar",
            "snapshot-tools-1.0.jar")) {
      classPath.add(jar(name, "x/" + name));
    }
    try (Workshop workshop = Workshop.open()) {
      ApplicationJars jars =
          ApplicationJars.of(
              ApplicationPath.NONE.withClassPath(ClassPath.of(classPath)),
              ImageFiles.named("shop"),
              new ClassName("com.acme.App"),
              workshop);
      assertThat(paths(jars.dependencies()))
          .containsExactly("/app/lib/jackson-core-2.23.0.jar", "/app/lib/snapshot-tools-1.0.jar");
      assertThat(paths(jars.snapshots()))
          .containsExactly(
              "/app/lib/a-1.2-SNAPSHOT.jar",
              "/app/lib/b-1.2-20261124.101112-7.jar",
              "/app/lib/c-1.2-SNAPSHOT-linux.jar");
      assertThat(paths(jars.application())).containsExactly("/app/shop.jar", "/app/class-path");
    }
  }

  /** An automatic module is called after its file. */
  @Test
  void modulesKeepTheirFileNames() throws Exception {
    jar("acme-shop-1.2.jar", "com/acme/App.class");
    jar("lib.jar", "x/X.class");
    ApplicationPath path = ApplicationPath.NONE.withModulePath(new ModulePath(List.of(directory)));
    try (Workshop workshop = Workshop.open()) {
      ApplicationJars jars =
          ApplicationJars.of(
              path,
              ImageFiles.named("shop").onModulePath(),
              new ClassName("com.acme.App"),
              workshop);
      assertThat(paths(jars.application()))
          .containsExactly("/app/acme-shop-1.2.jar", "/app/module-path");
      assertThat(paths(jars.dependencies())).containsExactly("/app/lib/lib.jar");
      FileEntry.RegularFile file = (FileEntry.RegularFile) jars.application().get(1);
      try (InputStream content = file.content().open()) {
        assertThat(content).hasContent("-p\n\"/app/acme-shop-1.2.jar:/app/lib/lib.jar\"\n");
      }
    }
  }

  private static List<String> paths(List<FileEntry> files) {
    return files.stream().map(file -> file.path().value()).toList();
  }

  private Path jar(String name, String entry) throws IOException {
    Path jar = directory.resolve(name);
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(entry));
    }
    return jar;
  }
}
