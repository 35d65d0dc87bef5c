package dev.parka.runtime.jdk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the C library that a JDK was made for. Where the release file does not say, the names tell
 * that every program has in its first bytes (its loader) and every library in its table of strings
 * (the C library that it asks for).
 */
final class LibcNames {

  /** A native library of {@code java.base} that is small in every JDK. */
  private static final String SMALL_LIBRARY = "lib/libjava.so";

  private static final int LIMIT = 4 << 20;

  private LibcNames() {}

  /** The C library; glibc where nothing tells, as in a JDK whose launchers are scripts. */
  static Libc of(Path home, Map<String, String> release) {
    String said = release.getOrDefault("LIBC", "");
    if (said.equals("musl") || said.equals("gnu")) {
      return said.equals("musl") ? Libc.MUSL : Libc.GLIBC;
    }
    return in(home.resolve("bin/java"))
        .or(() -> in(home.resolve(SMALL_LIBRARY)))
        .orElse(Libc.GLIBC);
  }

  private static Optional<Libc> in(Path file) {
    String text;
    try (InputStream in = Files.newInputStream(file)) {
      text = new String(in.readNBytes(LIMIT), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return Optional.empty();
    }
    if (text.contains("/ld-musl-") || text.contains("libc.musl-")) {
      return Optional.of(Libc.MUSL);
    }
    return text.contains("/ld-linux") || text.contains("libc.so.6")
        ? Optional.of(Libc.GLIBC)
        : Optional.empty();
  }
}
