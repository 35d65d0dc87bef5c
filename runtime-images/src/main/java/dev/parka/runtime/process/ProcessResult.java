package dev.parka.runtime.process;

import static java.util.stream.Collectors.joining;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.ProblemId;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * How a program ended.
 *
 * @param command what was run
 * @param exitCode its exit code; empty if it was killed because its time was up
 * @param stdout what it wrote to standard output, read as UTF-8
 * @param stderr what it wrote to standard error, read as UTF-8
 */
public record ProcessResult(
    List<String> command, OptionalInt exitCode, String stdout, String stderr) {

  /** Copies the command. */
  public ProcessResult {
    command = List.copyOf(command);
  }

  /** Whether it ended by itself with exit code 0; what it printed is never asked. */
  public boolean succeeded() {
    return exitCode.isPresent() && exitCode.getAsInt() == 0;
  }

  /**
   * This result, if the program succeeded.
   *
   * @throws ParkaException with this ID and fix, the full command, how it ended and all it wrote,
   *     if it did not succeed
   */
  public ProcessResult orThrow(ProblemId id, String fix) {
    if (!succeeded()) {
      throw new ParkaException(id, describe(), fix);
    }
    return this;
  }

  /** The full command, how it ended, and what it wrote to both streams, on several lines. */
  public String describe() {
    String ending =
        exitCode.isPresent()
            ? " ended with exit code " + exitCode.getAsInt()
            : " was killed because its time was up";
    // jlink reports its errors on standard output, other tools on standard error.
    String written =
        Stream.of(stderr, stdout)
            .flatMap(String::lines)
            .map(line -> "\n  " + Printable.of(line))
            .collect(joining());
    return commandLine() + ending + (written.isEmpty() ? " and wrote nothing" : ":" + written);
  }

  /** The command as a shell would take it, for people to try. */
  private String commandLine() {
    return command.stream()
        .map(
            word -> word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
        .map(Printable::of)
        .collect(joining(" "));
  }
}
