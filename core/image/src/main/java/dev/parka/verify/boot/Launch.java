package dev.parka.verify.boot;

import dev.parka.spec.UserId;
import java.util.List;

/**
 * What to run of an unpacked image.
 *
 * @param root where it was unpacked
 * @param command the program and its arguments
 * @param environment {@code NAME=value}
 * @param workingDirectory where the program starts, seen from within the image
 * @param user who runs it
 */
record Launch(
    String root,
    List<String> command,
    List<String> environment,
    String workingDirectory,
    UserId user) {

  Launch {
    command = List.copyOf(command);
    environment = List.copyOf(environment);
  }
}
