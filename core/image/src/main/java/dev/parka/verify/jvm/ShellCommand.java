package dev.parka.verify.jvm;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of a script that is handed to a shell, as far as it is known without running it.
 *
 * @param words what it consists of; what the image does not know of a variable stays {@code $NAME}
 * @param isFirst whether nothing runs before it, such as {@code cd} or an assignment
 */
record ShellCommand(List<String> words, boolean isFirst) {

  /** The mark of what is known only when the script runs. */
  private static final String UNKNOWN = "$";

  /** Where another command begins, or what a file takes or gives. */
  private static final Pattern END = Pattern.compile("[;&|<>()`\\n]+");

  /** {@code $NAME}, {@code ${NAME}} and <code>${NAME:-value}</code>. */
  private static final Pattern VARIABLE =
      Pattern.compile("\\$(?:([A-Za-z_]\\w*)|\\{([A-Za-z_]\\w*)(?::?-([^}]*))?\\})");

  /**
   * The first command of a script that has a word.
   *
   * @param variables what the image sets
   */
  static Optional<ShellCommand> find(
      String script, String word, Function<String, Optional<String>> variables) {
    String[] commands = END.split(script, -1);
    for (int i = 0; i < commands.length; i++) {
      List<String> words = ArgumentFile.words(expand(commands[i], variables));
      if (words.stream().anyMatch(w -> w.equals(word) || w.endsWith("/" + word))) {
        return Optional.of(new ShellCommand(words, i == 0));
      }
    }
    return Optional.empty();
  }

  /** Whether a word is known only when the script runs. */
  static boolean isUnknown(String word) {
    return word.contains(UNKNOWN);
  }

  private static String expand(String text, Function<String, Optional<String>> variables) {
    return VARIABLE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found, variables)));
  }

  private static String value(MatchResult found, Function<String, Optional<String>> variables) {
    String name = found.group(1) == null ? found.group(2) : found.group(1);
    return variables
        .apply(name)
        .or(() -> Optional.ofNullable(found.group(3)))
        .orElse(found.group());
  }
}
