package dev.parka.verify.boot;

import java.util.List;

/**
 * What came of a program of an image.
 *
 * @param exitCode how it ended; 128 and the signal's number if by a signal
 * @param output the lines that it printed, errors among them; of very many the last ones
 */
public record ExecResult(int exitCode, List<String> output) {

  /** Copies the list. */
  public ExecResult {
    output = List.copyOf(output);
  }

  /** Whether the exit code is that of success. */
  public boolean isGood() {
    return exitCode == 0;
  }

  /** The output as one text. */
  public String text() {
    return String.join("\n", output);
  }
}
