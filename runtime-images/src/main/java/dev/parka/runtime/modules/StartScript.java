package dev.parka.runtime.modules;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The script that a jar begins with, which gives {@code java} flags in lines such as {@code
 * JAVA_OPTS="-Xmx1g -XX:+FlightRecorder"}. Only words count that are flags as they stand, whatever
 * the shell would make of the rest.
 */
final class StartScript {

  private static final Pattern LINE =
      Pattern.compile("(?m)^[ \\t]*(?:export[ \\t]+)?(?:DEFAULT_JVM_OPTS|JAVA_OPTS)=(.*)$");

  private static final Pattern BETWEEN = Pattern.compile("[\\s\"']+");

  private static final List<String> FLAGS = List.of("-X", "-D", "-javaagent:", AddModules.FLAG);

  private StartScript() {}

  /** The flags in a script. */
  static List<String> flags(String script) {
    List<String> flags = new ArrayList<>();
    Matcher lines = LINE.matcher(script);
    while (lines.find()) {
      boolean isNames = false;
      for (String word : BETWEEN.split(lines.group(1), -1)) {
        boolean isFlag = FLAGS.stream().anyMatch(word::startsWith);
        if ((isFlag || isNames) && isPlain(word)) {
          flags.add(word);
        }
        isNames = word.equals(AddModules.FLAG);
      }
    }
    return flags;
  }

  /** Whether the shell changes nothing in a word. */
  private static boolean isPlain(String word) {
    return word.chars().noneMatch(c -> "$`\\;&|<>()".indexOf(c) >= 0);
  }
}
