package dev.parka.runtime.modules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Words that a text may begin with. Of most texts the first letter shows that it does not. */
final class Beginnings {

  private static final int ASCII = 128;

  private final List<String> words = new ArrayList<>();
  private final boolean[] letters = new boolean[ASCII];

  void add(String word) {
    words.add(word);
    if (word.isEmpty() || word.charAt(0) >= ASCII) {
      Arrays.fill(letters, true);
    } else {
      letters[word.charAt(0)] = true;
    }
  }

  /** Whether a text begins with any of them. */
  boolean isAtBeginOf(String text) {
    if (!text.isEmpty() && text.charAt(0) < ASCII && !letters[text.charAt(0)]) {
      return false;
    }
    for (String word : words) {
      if (text.startsWith(word)) {
        return true;
      }
    }
    return false;
  }
}
