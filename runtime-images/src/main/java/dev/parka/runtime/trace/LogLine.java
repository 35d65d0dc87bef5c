package dev.parka.runtime.trace;

import java.util.Set;

/**
 * One line of unified logging (JEP 158): decorations in brackets, of which the tags are the last,
 * and a message. Which decorations there are is up to whoever asked for the log; there may be none.
 *
 * @param decoration the last decoration; empty if there is none
 * @param message the rest
 */
record LogLine(String decoration, String message) {

  private static final Set<String> KNOWN = Set.of("class,load", "module,load", "gc,init");

  static LogLine of(String line) {
    int start = 0;
    String decoration = "";
    while (start < line.length() && line.charAt(start) == '[') {
      int end = line.indexOf(']', start);
      if (end < 0) {
        break;
      }
      decoration = line.substring(start + 1, end).strip();
      start = end + 1;
    }
    return new LogLine(decoration, line.substring(start).strip());
  }

  /** Whether this line has these tags; where a log shows no tags, any line may have them. */
  boolean mayBeOf(String tags) {
    return decoration.equals(tags) || (!KNOWN.contains(decoration) && !looksLikeTags());
  }

  /** Whether this line says that it is of one of the tags that are read here. */
  boolean isOfKnownTags() {
    return KNOWN.contains(decoration);
  }

  /** Times and hosts may be anything, and a level has no comma. */
  private boolean looksLikeTags() {
    return decoration.indexOf(',') > 0
        && decoration.chars().allMatch(c -> c == ',' || (c >= 'a' && c <= 'z'));
  }
}
