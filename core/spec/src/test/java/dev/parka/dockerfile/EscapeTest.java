package dev.parka.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class EscapeTest {

  private static final String[] PIECES = {
    "\"",
    "\\",
    "$",
    "${x:-y}",
    "'",
    "`",
    "#",
    "# escape=`",
    "# syntax=x",
    "<<EOF",
    "&&",
    ";",
    " ",
    "--from=",
    "[",
    "]",
    ",",
    "*",
    "?",
    "~",
    "é",
    "🧥",
    "a",
    "0",
    "=",
    "\\\\",
    "\\n",
    "$(id)",
    "%s",
  };

  // FAULTS 4, 5: what is read back is what was meant, for any value
  @Test
  void quotedWordsReadBack() {
    forManyValues(value -> assertThat(unquote(Escape.quoted(value))).isEqualTo(value));
  }

  @Test
  void execFormsReadBack() {
    forManyValues(
        value ->
            assertThat(parseJson(Escape.execForm(List.of("a", value))))
                .containsExactly("a", value));
  }

  @Test
  void shellWordsReadBack() throws Exception {
    List<String> words = new ArrayList<>();
    forManyValues(words::add);
    StringBuilder script = new StringBuilder("printf '%s\\n'");
    words.forEach(word -> script.append(' ').append(Escape.shell(word)));
    Process shell = new ProcessBuilder("sh", "-s").redirectErrorStream(true).start();
    try (var in = shell.getOutputStream()) {
      in.write(script.append('\n').toString().getBytes(StandardCharsets.UTF_8));
    }
    String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(printed.lines()).containsExactlyElementsOf(words);
  }

  @Test
  void escapesTheThreeCharactersThatMeanSomething() {
    assertThat(Escape.quoted("a\"b\\c$d")).isEqualTo("\"a\\\"b\\\\c\\$d\"");
    assertThat(Escape.execForm(List.of("a\"b", "c\\d$e"))).isEqualTo("[\"a\\\"b\", \"c\\\\d$e\"]");
    assertThat(Escape.shell("--add-modules=java.base,java.sql"))
        .isEqualTo("--add-modules=java.base,java.sql");
    assertThat(Escape.shell("a'b")).isEqualTo("'a'\\''b'");
  }

  private static void forManyValues(Consumer<String> check) {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      StringBuilder value = new StringBuilder();
      int pieces = 1 + random.nextInt(6);
      for (int p = 0; p < pieces; p++) {
        value.append(PIECES[random.nextInt(PIECES.length)]);
      }
      check.accept(value.toString());
    }
  }

  /** Reads a double-quoted word as Dockerfile front ends do: {@code \} takes the next as it is. */
  private static String unquote(String quoted) {
    assertThat(quoted).startsWith("\"").endsWith("\"");
    StringBuilder value = new StringBuilder();
    for (int i = 1; i < quoted.length() - 1; i++) {
      char c = quoted.charAt(i);
      assertThat(c).as("would expand a variable or end the word").isNotIn('$', '"');
      if (c == '\\') {
        c = quoted.charAt(++i);
        assertThat(c).isIn('\\', '"', '$');
      }
      value.append(c);
    }
    return value.toString();
  }

  private static List<String> parseJson(String array) {
    List<String> words = new ArrayList<>();
    StringBuilder word = null;
    for (int i = 1; i < array.length() - 1; i++) {
      char c = array.charAt(i);
      if (word == null) {
        if (c == '"') {
          word = new StringBuilder();
        } else {
          assertThat(c).isIn(',', ' ');
        }
      } else if (c == '"') {
        words.add(word.toString());
        word = null;
      } else {
        word.append(c == '\\' ? array.charAt(++i) : c);
      }
    }
    assertThat(word).isNull();
    return words;
  }
}
