package dev.parka.runtime.modules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The names that {@code --add-modules} has, in both of its forms. */
final class AddModules {

  static final String FLAG = "--add-modules";

  private AddModules() {}

  /** The names in some flags, those included that stand for many, such as {@code ALL-SYSTEM}. */
  static List<String> in(List<String> flags) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < flags.size(); i++) {
      String flag = flags.get(i);
      if (flag.startsWith(FLAG + "=")) {
        add(flag.substring(FLAG.length() + 1), names);
      } else if (flag.equals(FLAG) && i + 1 < flags.size()) {
        i++;
        add(flags.get(i), names);
      }
    }
    return names;
  }

  private static void add(String list, List<String> names) {
    Arrays.stream(list.split(",", -1)).filter(name -> !name.isEmpty()).forEach(names::add);
  }
}
