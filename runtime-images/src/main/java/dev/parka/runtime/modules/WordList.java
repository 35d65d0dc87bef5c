package dev.parka.runtime.modules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The text files beside these classes. Lines that are empty or begin with {@code #} do not count.
 */
final class WordList {

  private WordList() {}

  /** The lines of a file. */
  static List<String> lines(String resource) {
    InputStream stream = WordList.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IllegalStateException(resource + " is missing");
    }
    try (stream) {
      List<String> lines = new ArrayList<>();
      for (String line : split(new String(stream.readAllBytes(), StandardCharsets.UTF_8), "\n")) {
        String text = line.strip();
        if (!text.isEmpty() && !text.startsWith("#")) {
          lines.add(text);
        }
      }
      return List.copyOf(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a file, which have spaces between them. */
  static Set<String> words(String resource) {
    Set<String> words = new HashSet<>();
    for (String line : lines(resource)) {
      words.addAll(split(line, " "));
    }
    words.remove("");
    return Collections.unmodifiableSet(words);
  }

  /** The parts of a text, without what is between them. */
  static List<String> split(String text, String between) {
    List<String> parts = new ArrayList<>();
    int begin = 0;
    for (int end = text.indexOf(between); end >= 0; end = text.indexOf(between, begin)) {
      parts.add(text.substring(begin, end));
      begin = end + between.length();
    }
    parts.add(text.substring(begin));
    return parts;
  }
}
