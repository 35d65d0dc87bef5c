package dev.parka.cli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command line as builds mostly write it: a command, and options with their values behind them,
 * each given once. To make picocli's model of a command takes longer than some of what commands do.
 * So what is written plainly is read here; whatever else there may be, mistakes among it, is left
 * to picocli, which has the last word on what a command line means.
 *
 * @param values what was given, by option; nothing for those that take no value
 */
record PlainLine(Map<String, String> values) {

  /**
   * Reads a command line; null if it is not plain.
   *
   * @param flags options without a value
   * @param options those with one
   */
  static @Nullable PlainLine read(
      String command, List<String> flags, List<String> options, String... arguments) {
    if (arguments.length == 0 || !arguments[0].equals(command)) {
      return null;
    }
    Map<String, String> values = new HashMap<>();
    for (int i = 1; i < arguments.length; i++) {
      String option = arguments[i];
      String value = "";
      if (!flags.contains(option)) {
        if (!options.contains(option) || ++i == arguments.length || !isPlain(arguments[i])) {
          return null;
        }
        value = arguments[i];
      }
      if (values.put(option, value) != null) {
        return null;
      }
    }
    return new PlainLine(values);
  }

  /** Quotes, files of arguments and what looks like an option are picocli's to understand. */
  private static boolean isPlain(String value) {
    return !value.isEmpty() && "-@\"'".indexOf(value.charAt(0)) < 0;
  }

  boolean has(String option) {
    return values.containsKey(option);
  }

  @Nullable String value(String option) {
    return values.get(option);
  }
}
