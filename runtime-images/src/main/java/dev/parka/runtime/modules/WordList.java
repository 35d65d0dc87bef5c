package dev.parka.runtime.modules;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a file, which have spaces between them. */
  static Set<String> words(String resource) {
    return lines(resource).stream()
        .flatMap(line -> Arrays.stream(line.split(" +", -1)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
