package dev.parka.runtime.tree;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The bytes of one regular file, read when they are needed. */
public interface Content {

  /** Their number. */
  long size() throws IOException;

  /** Opens them from the start; the caller closes the stream. */
  InputStream open() throws IOException;

  /**
   * A file that says what the bytes are.
   *
   * @param how what was done to it; nothing if these are its own bytes
   * @param file where it lies on this machine
   */
  record Origin(String how, Path file) {}

  /** Which file says what the bytes are, so that they need not be read to tell them from others. */
  default Optional<Origin> origin() {
    return Optional.empty();
  }

  /** The bytes of a file on this machine; symbolic links are followed. */
  static Content of(Path file) {
    return new Content() {
      @Override
      public Optional<Origin> origin() {
        return Optional.of(new Origin("", file));
      }

      @Override
      public long size() throws IOException {
        return Files.size(file);
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }
    };
  }

  /** Bytes in memory; the array is copied. */
  static Content of(byte[] bytes) {
    byte[] copy = bytes.clone();
    return new Content() {
      @Override
      public long size() {
        return copy.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(copy);
      }
    };
  }

  /** Text as UTF-8. */
  static Content utf8(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }
}
