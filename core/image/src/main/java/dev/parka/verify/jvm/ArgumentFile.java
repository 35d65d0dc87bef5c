package dev.parka.verify.jvm;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of an argument file, as java(1), "Launcher Argument Files", splits them: quotation
 * marks of both kinds, {@code \} in them and at the end of a line, {@code #} before a comment.
 */
final class ArgumentFile {

  private ArgumentFile() {}

  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean inWord = false;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0 && c == '\\' && i + 1 < text.length()) {
        i = escape(text, i + 1, word);
      } else if (quote != 0 && c == quote) {
        quote = 0;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        inWord = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (inWord) {
          words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
      } else if (quote == 0 && c == '#' && !inWord) {
        int end = text.indexOf('\n', i);
        i = end < 0 ? text.length() : end;
      } else {
        word.append(c);
        inWord = true;
      }
    }
    if (inWord) {
      words.add(word.toString());
    }
    return words;
  }

  private static int escape(String text, int at, StringBuilder word) {
    char c = text.charAt(at);
    if (c == '\n' || c == '\r') {
      int next = at;
      while (next + 1 < text.length() && Character.isWhitespace(text.charAt(next + 1))) {
        next++;
      }
      return next;
    }
    switch (c) {
      case 'n' -> word.append('\n');
      case 't' -> word.append('\t');
      case 'r' -> word.append('\r');
      case 'f' -> word.append('\f');
      default -> word.append(c);
    }
    return at;
  }
}
