package dev.parka.runtime.modules;

import dev.parka.runtime.classes.ClassSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Flags of the {@code java} command, and who gives them: the user, or the script that a jar begins
 * with, in lines such as {@code JAVA_OPTS="-Xmx1g -XX:+FlightRecorder"}. Of a script only words
 * count that are flags as they stand, whatever the shell would make of the rest.
 *
 * @param flags the flags
 * @param where what is said of them, such as {@code in the script before app.jar}; nothing for the
 *     user's
 */
record GivenFlags(List<String> flags, String where) {

  private static final Pattern LINE =
      Pattern.compile("(?m)^[ \\t]*(?:export[ \\t]+)?(?:DEFAULT_JVM_OPTS|JAVA_OPTS)=(.*)$");

  private static final Pattern BETWEEN = Pattern.compile("[\\s\"']+");

  private static final List<String> FLAGS = List.of("-X", "-D", "-javaagent:", AddModules.FLAG);

  GivenFlags {
    flags = List.copyOf(flags);
  }

  /** The user's, then those of each script. */
  static List<GivenFlags> of(InferenceRequest request) {
    List<GivenFlags> all = new ArrayList<>();
    all.add(new GivenFlags(request.wishes().jvmFlags(), ""));
    for (ClassSource source : request.sources()) {
      List<String> flags = flags(script(source));
      if (!flags.isEmpty()) {
        all.add(new GivenFlags(flags, " in the script before " + source.name()));
      }
    }
    return all;
  }

  /** Each flag with what is said of it, without its value, which may be a secret. */
  Map<String, String> mentionedBy() {
    Map<String, String> mentioned = new LinkedHashMap<>();
    flags.forEach(flag -> mentioned.put(flag, Mentions.FLAG + flag.split("[=:]", 2)[0] + where));
    return mentioned;
  }

  /** Whoever opens the jar says what is wrong with it. */
  private static String script(ClassSource source) {
    try {
      return source.script();
    } catch (IOException e) {
      return "";
    }
  }

  private static List<String> flags(String script) {
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
