package com.example.modular.english;

import com.example.modular.greeting.Greeter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Greets in English, with words that lie in a file of this module alone. */
public final class EnglishGreeter implements Greeter {

  private final String words;

  /**
   * Reads the words.
   *
   * @throws UncheckedIOException if they cannot be read
   */
  public EnglishGreeter() {
    try (InputStream in = EnglishGreeter.class.getResourceAsStream("words.txt")) {
      if (in == null) {
        throw new IllegalStateException("words.txt is not in this module");
      }
      words = new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String language() {
    return "en";
  }

  @Override
  public String greet(String name) {
    return words + ", " + name + "!";
  }
}
