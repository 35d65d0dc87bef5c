package dev.parka.runtime.classes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where jars inside jars are unpacked to, to be read like others. */
final class Scratch {

  private final Path folder;
  private final List<Path> files = new ArrayList<>();

  /** In the machine's temporary directory. */
  Scratch() {
    this(Path.of(System.getProperty("java.io.tmpdir")));
  }

  Scratch(Path folder) {
    this.folder = folder;
  }

  Path folder() {
    return folder;
  }

  /** Writes a jar that nobody else can read. */
  Path write(byte[] jar) throws IOException {
    Path file = Files.createTempFile(folder, "parka-", ".jar");
    files.add(file);
    return Files.write(file, jar);
  }

  /** Deletes what was written. */
  void delete() {
    for (Path file : files) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        // It lies where the machine keeps what may be deleted.
      }
    }
  }
}
