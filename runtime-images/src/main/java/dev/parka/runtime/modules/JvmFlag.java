package dev.parka.runtime.modules;

import java.util.List;
import java.util.Optional;

/**
 * A flag of {@code java} that needs a module.
 *
 * @param text the flag, or how it starts
 * @param whole whether nothing may follow
 * @param module what it needs; nothing where the flag is an exception from a shorter one
 */
record JvmFlag(String text, boolean whole, Optional<ModuleName> module) {

  private static final String RESOURCE = "jvm-flags.txt";

  /** Those that are known, exceptions first. */
  static final List<JvmFlag> KNOWN = load();

  boolean matches(String flag) {
    return whole ? flag.equals(text) : flag.startsWith(text);
  }

  private static List<JvmFlag> load() {
    return WordList.lines(RESOURCE).stream().map(JvmFlag::parse).toList();
  }

  private static JvmFlag parse(String line) {
    String[] columns = line.strip().split(" +", -1);
    boolean prefix = columns[0].endsWith("*");
    return new JvmFlag(
        prefix ? columns[0].substring(0, columns[0].length() - 1) : columns[0],
        !prefix,
        columns[1].equals("-") ? Optional.empty() : Optional.of(new ModuleName(columns[1])));
  }
}
