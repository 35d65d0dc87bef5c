package dev.parka.dockerfile;

import java.util.ArrayList;
import java.util.List;

/**
 * A Dockerfile as front ends read it: comments and empty lines dropped, a backslash at the end of a
 * line joins the next one, and the rest is instructions. Source: BuildKit's {@code
 * docs/reference.md}; of the words it reads what Parka writes, and refuses what it does not.
 *
 * @param instructions in order
 */
record ParsedDockerfile(List<Parsed> instructions) {

  /** An instruction's keyword and what follows it. */
  record Parsed(String keyword, String rest) {

    /** The words of an exec form. */
    List<String> execForm() {
      return execFormAt(rest.indexOf('['));
    }

    private List<String> execFormAt(int begin) {
      require(begin >= 0 && rest.endsWith("]"));
      List<String> words = new ArrayList<>();
      int at = begin + 1;
      while (rest.charAt(at) == '"') {
        StringBuilder word = new StringBuilder();
        for (at++; rest.charAt(at) != '"'; at++) {
          char c = rest.charAt(at);
          if (c == '\\') {
            c = rest.charAt(++at);
            require(c == '"' || c == '\\');
          }
          require(c >= ' ');
          word.append(c);
        }
        words.add(word.toString());
        at++;
        if (rest.startsWith(", ", at)) {
          at += 2;
          require(rest.charAt(at) == '"');
        }
      }
      require(at == rest.length() - 1);
      return words;
    }

    /** The name before the first {@code =}. */
    String key() {
      return rest.substring(0, rest.indexOf('='));
    }

    /** The value after it, of which nothing is expanded and after which nothing follows. */
    String value() {
      String word = rest.substring(rest.indexOf('=') + 1);
      require(word.length() >= 2 && word.charAt(0) == '"');
      StringBuilder value = new StringBuilder();
      int at = 1;
      for (; word.charAt(at) != '"'; at++) {
        char c = word.charAt(at);
        require(c != '$');
        if (c == '\\') {
          c = word.charAt(++at);
          require(c == '"' || c == '\\' || c == '$');
        }
        value.append(c);
      }
      require(at == word.length() - 1);
      return value.toString();
    }

    private void require(boolean condition) {
      if (!condition) {
        throw new IllegalStateException(keyword + " " + rest);
      }
    }
  }

  static ParsedDockerfile of(String text) {
    List<Parsed> instructions = new ArrayList<>();
    StringBuilder instruction = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (line.isBlank() || line.stripLeading().startsWith("#")) {
        continue;
      }
      String stripped = line.stripTrailing();
      if (stripped.endsWith("\\")) {
        instruction.append(stripped, 0, stripped.length() - 1);
        continue;
      }
      instruction.append(line);
      String whole = instruction.toString().stripLeading();
      int space = whole.indexOf(' ');
      instructions.add(new Parsed(whole.substring(0, space), whole.substring(space + 1)));
      instruction.setLength(0);
    }
    if (instruction.length() > 0) {
      throw new IllegalStateException("the last line goes on: " + instruction);
    }
    return new ParsedDockerfile(instructions);
  }

  /** What the instructions of one keyword say, in order. */
  List<Parsed> all(String keyword) {
    return instructions.stream().filter(i -> i.keyword().equals(keyword)).toList();
  }
}
