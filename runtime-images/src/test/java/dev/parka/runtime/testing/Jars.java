package dev.parka.runtime.testing;

import dev.parka.runtime.classes.ClassSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes jars and directories for tests. */
public final class Jars {

  private Jars() {}

  /** Writes a jar with these entries, in the map's order. */
  public static Path write(Path jar, Map<String, byte[]> entries) throws IOException {
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
  public static Path explode(Path directory, Map<String, byte[]> files) throws IOException {
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = directory.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.write(path, file.getValue());
    }
    return directory;
  }

  /** Entries, to be filled in order. */
  public static Entries entries() {
    return new Entries();
  }

  /** Fluent entries: classes, text and bytes. */
  public static final class Entries {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    /** Adds the class files of a source. */
    public Entries classes(String... sources) {
      files.putAll(Compiled.of(sources));
      return this;
    }

    /** Adds the class files of a source below a folder. */
    public Entries classesIn(String folder, String... sources) {
      Compiled.of(sources).forEach((path, bytes) -> files.put(folder + path, bytes));
      return this;
    }

    public Entries text(String path, String text) {
      return bytes(path, text.getBytes(StandardCharsets.UTF_8));
    }

    public Entries bytes(String path, byte[] bytes) {
      files.put(path, bytes);
      return this;
    }

    public Entries multiRelease() {
      return text("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\r\nMulti-Release: true\r\n\r\n");
    }

    public Map<String, byte[]> files() {
      return files;
    }

    public Path jar(Path path) throws IOException {
      return write(path, files);
    }

    public ClassSource source(String name) {
      return ClassSource.of(name, files);
    }
  }
}
