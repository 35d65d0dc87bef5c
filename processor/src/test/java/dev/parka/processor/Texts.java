package dev.parka.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Folders of text files. */
final class Texts {

  private Texts() {}

  /** Every file below a folder by its path in it; none if there is no such folder. */
  static SortedMap<String, String> below(Path folder) throws IOException {
    SortedMap<String, String> texts = new TreeMap<>();
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          texts.put(folder.relativize(file).toString(), Files.readString(file));
        }
      }
    }
    return texts;
  }
}
