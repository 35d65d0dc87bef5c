package dev.parka.runtime.modules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes jars and directories for tests. */
final class Jars {

  private Jars() {}

  /** Writes a jar with these entries, in the map's order. */
  static Path write(Path jar, Map<String, byte[]> entries) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return jar;
  }

  /** Writes files below a directory. */
  static Path explode(Path directory, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return directory;
  }

  /** Entries, to be filled in order. */
  static Entries entries() {
    return new Entries();
  }

  /** Fluent entries: classes, text and bytes. */
  static final class Entries {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** Adds the class files of a source. */
    Entries classes(String... sources) {
      files.putAll(Compiled.of(sources));
      return this;
    }

    /** Adds the class files of a source below a folder. */
    Entries classesIn(String folder, String... sources) {
      Compiled.of(sources).forEach((path, bytes) -> files.put(folder + path, bytes));
      return this;
    }

    Entries text(String path, String text) {
      return bytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    Entries bytes(String path, byte[] bytes) {
      files.put(path, bytes);
      return this;
    }

    Entries multiRelease() {
      return text("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n");
    }

    Map<String, byte[]> files() {
      return files;
    }

    Path jar(Path path) throws IOException {
      return write(path, files);
    }

    ClassSource source(String name) {
      return ClassSource.of(name, files);
    }
  }
}
