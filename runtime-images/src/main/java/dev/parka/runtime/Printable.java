package dev.parka.runtime;

import java.util.Locale;

/** User text in messages: what a terminal would act on, or an eye would not see, is escaped. */
public final class Printable {

  private Printable() {}

  /**
   * The text with control characters, bidirectional and zero-width characters, line separators and
   * lone surrogates written as <code>&#92;u….</code> escapes.
   */
  public static String of(String text) {
    StringBuilder shown = new StringBuilder();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int c = text.codePointAt(i);
      if (isPrintable(c)) {
        shown.appendCodePoint(c);
      } else {
        shown.append(String.format(Locale.ROOT, "\\u%04x", c));
      }
    }
    return shown.toString();
  }

  /** Whether every character of the text can be seen and none changes how others are shown. */
  public static boolean isPrintable(String text) {
    return text.codePoints().allMatch(Printable::isPrintable);
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
