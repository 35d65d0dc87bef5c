package dev.parka.runtime.lean;

import dev.parka.runtime.lean.LeanRules.Rule;
import dev.parka.runtime.lean.LeanRules.Verb;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Reads {@code rules.txt}, which says how it is written. */
final class LeanRulesFile {

  private static final String NAME = "name";
  private static final String IF = "if ";

  private final Map<String, List<String>> named = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();

  private LeanRulesFile() {}

  /** All rules, in the order of the file. */
  static List<Rule> read() {
    InputStream stream = LeanRulesFile.class.getResourceAsStream("rules.txt");
    if (stream == null) {
      throw new IllegalStateException("rules.txt is missing");
    }
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return of(lines.lines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Rule> of(Stream<String> lines) {
    LeanRulesFile file = new LeanRulesFile();
    lines
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(file::add);
    return List.copyOf(file.rules);
  }

  private void add(String line) {
    List<String> parts = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
    if (parts.size() != 5) {
      throw new IllegalStateException("no rule: " + line);
    }
    List<String> conditions =
        Arrays.stream(parts.get(3).split(",", -1))
            .map(String::strip)
            .filter(condition -> !condition.isEmpty())
            .flatMap(condition -> meant(condition).stream())
            .toList();
    if (parts.get(0).equals(NAME)) {
      named.computeIfAbsent(parts.get(1), name -> new ArrayList<>()).addAll(conditions);
    } else {
      rules.add(
          new Rule(
              Verb.valueOf(parts.get(0).toUpperCase(Locale.ROOT)),
              NamePattern.of(parts.get(1)),
              NamePattern.of(parts.get(2)),
              conditions,
              parts.get(4)));
    }
  }

  private List<String> meant(String condition) {
    if (!condition.startsWith(IF)) {
      return List.of(condition);
    }
    List<String> conditions = named.get(condition.substring(IF.length()));
    if (conditions == null) {
      throw new IllegalStateException("no name of conditions: " + condition);
    }
    return conditions;
  }
}
