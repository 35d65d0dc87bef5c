package dev.parka.runtime;

import java.util.Locale;

/** A stable name for one kind of problem, such as {@code NoMainMethod}; implemented by enums. */
public interface ProblemId {

  /** The constant's name in upper snake case, as {@link Enum#name()} gives it. */
  String name();

  /** Whether this problem stops the work or is only worth knowing. */
  default Severity severity() {
    return Severity.ERROR;
  }

  /** The name that users see and search for: {@code NO_MAIN_METHOD} is {@code NoMainMethod}. */
  default String id() {
    StringBuilder id = new StringBuilder();
    for (String word : name().split("_", -1)) {
      id.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
    }
    return id.toString();
  }
}
