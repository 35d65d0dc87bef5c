package dev.parka.verify.boot;

import dev.parka.spec.UserId;
import java.util.ArrayList;
import java.util.List;

/**
 * What to run of an unpacked image.
 *
 * @param root where it was unpacked
 * @param command the program and its arguments
 * @param surroundings what the program finds there
 * @param user who runs it
 */
record Launch(String root, List<String> command, Surroundings surroundings, UserId user) {

  Launch {
    command = List.copyOf(command);
  }

  /**
   * What a program finds.
   *
   * @param environment {@code NAME=value}
   * @param workingDirectory where it starts, seen from within the image
   * @param writable directories that can be written to where the others cannot
   */
  record Surroundings(List<String> environment, String workingDirectory, List<String> writable) {

    Surroundings {
      environment = List.copyOf(environment);
      writable = List.copyOf(writable);
    }
  }

  List<String> environment() {
    return surroundings.environment();
  }

  String workingDirectory() {
    return surroundings.workingDirectory();
  }

  List<String> writable() {
    return surroundings.writable();
  }

  /** The same with another command. */
  Launch running(List<String> other) {
    return new Launch(root, other, surroundings, user);
  }

  /** The same with other arguments for its program. */
  Launch running(String program, List<String> arguments) {
    List<String> other = new ArrayList<>(List.of(program));
    other.addAll(arguments);
    return running(other);
  }
}
