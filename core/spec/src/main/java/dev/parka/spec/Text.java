package dev.parka.spec;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import java.nio.charset.StandardCharsets;

/** What any text of an image may hold: one line that can be seen and that no engine cuts. */
final class Text {

  /** buildah 1.28 drops a line over 65,535 bytes and all that follow it; escapes may double one. */
  private static final int MAX_BYTES = 30_000;

  private Text() {}

  /**
   * Checks one value.
   *
   * @param what how a message names it
   * @throws ParkaException [BadText] or [TooLong]
   */
  static void check(String what, String text) {
    if (!Printable.isPrintable(text)) {
      throw new ParkaException(
          SpecProblem.BAD_TEXT,
          what + " is '" + Printable.of(text) + "', with a character that is no plain text",
          "leave out line breaks, control characters and invisible ones");
    }
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new ParkaException(
          SpecProblem.TOO_LONG,
          what + " has " + bytes + " bytes",
          "use at most " + MAX_BYTES + ", or put it into a file of the application");
    }
  }
}
