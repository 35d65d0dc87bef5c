package dev.parka.junit;

import dev.parka.runtime.Printable;
import java.util.List;

/** What a running image had printed when a test failed; a part of that failure. */
final class ImageOutput extends RuntimeException {

  private static final int LINES = 100;

  ImageOutput(List<String> lines) {
    super(text(lines), null, false, false);
  }

  private static String text(List<String> lines) {
    if (lines.isEmpty()) {
      return "the image had printed nothing";
    }
    StringBuilder text = new StringBuilder("the image had printed:");
    lines.stream()
        .skip(Math.max(0, lines.size() - LINES))
        .forEach(line -> text.append("\n  | ").append(Printable.of(line)));
    return text.toString();
  }
}
