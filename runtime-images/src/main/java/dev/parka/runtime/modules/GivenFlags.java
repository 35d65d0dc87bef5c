package dev.parka.runtime.modules;

import dev.parka.runtime.classes.ClassSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Flags of the {@code java} command, and who gives them: the user, or the script that a jar begins
 * with.
 *
 * @param flags the flags
 * @param where what is said of them, such as {@code in the script before app.jar}; nothing for the
 *     user's
 */
record GivenFlags(List<String> flags, String where) {

  GivenFlags {
    flags = List.copyOf(flags);
  }

  /** The user's, then those of each script. */
  static List<GivenFlags> of(InferenceRequest request) {
    List<GivenFlags> all = new ArrayList<>();
    all.add(new GivenFlags(request.wishes().jvmFlags(), ""));
    for (ClassSource source : request.sources()) {
      String script = script(source);
      List<String> flags = script.isEmpty() ? List.of() : StartScript.flags(script);
      if (!flags.isEmpty()) {
        all.add(new GivenFlags(flags, " in the script before " + source.name()));
      }
    }
    return all;
  }

  /** Has each flag read; what is said of it is without its value, which may be a secret. */
  void mention(Mentions mentions) {
    for (String flag : flags) {
      mentions.readFlag(flag, "the flag " + flag.split("[=:]", 2)[0] + where);
    }
  }

  /** Whoever opens the jar says what is wrong with it. */
  private static String script(ClassSource source) {
    try {
      return source.script();
    } catch (IOException e) {
      return "";
    }
  }
}
