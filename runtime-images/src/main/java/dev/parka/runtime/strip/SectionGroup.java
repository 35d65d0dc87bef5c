package dev.parka.runtime.strip;

import java.util.List;

/** Sections of ELF files that go together. */
enum SectionGroup {
  /** Symbol tables that are not loaded, with their names. */
  SYMBOLS,
  /**
   * What else is not loaded and has a name that debuggers, tracers or compilers gave it: {@code
   * .debug_*}, the name of a file that has them, the places of SystemTap's probes, the compiler's
   * name and flags.
   */
  DEBUG;

  private static final List<String> DEBUG_PREFIXES = List.of(".debug_", ".zdebug_", ".gnu.build.");

  private static final List<String> DEBUG_NAMES =
      List.of(".gnu_debuglink", ".gnu_debugaltlink", ".note.stapsdt", ".comment");

  static boolean isDebug(String name) {
    return DEBUG_NAMES.contains(name) || DEBUG_PREFIXES.stream().anyMatch(name::startsWith);
  }
}
