package dev.parka.verify.boot;

import java.util.List;
import java.util.Set;

/**
 * What runs before an image's command in the process that becomes it.
 *
 * @param command the image's command
 */
record Prelude(List<String> command) {

  private static final Set<String> PROGRAMS = Set.of("env", "prlimit", "unshare");

  Prelude {
    command = List.copyOf(command);
  }

  /**
   * Whether a process is not the application yet. The words of the application itself say little:
   * one that is a script begins with its interpreter, and one that a script or a shell has become
   * is another program.
   *
   * @param words what the process was started with
   */
  boolean isStill(List<String> words) {
    if (words.size() <= command.size()
        || !words.subList(words.size() - command.size(), words.size()).equals(command)) {
      return false;
    }
    String program = words.get(0).substring(words.get(0).lastIndexOf('/') + 1);
    return PROGRAMS.contains(program) || words.contains(Scripts.MOUNT);
  }
}
