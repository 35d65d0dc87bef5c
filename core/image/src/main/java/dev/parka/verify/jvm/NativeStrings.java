package dev.parka.verify.jvm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** The strings in native code: bytes that a zero ends. */
public final class NativeStrings {

  private static final int WINDOW = 1 << 20;

  private NativeStrings() {}

  /** Those of some texts that are no string of a file, nor the end of one. */
  public static Set<String> lacking(Path file, Collection<String> texts) throws IOException {
    Set<String> wanted = new TreeSet<>(texts);
    int overlap = wanted.stream().mapToInt(String::length).max().orElse(0) + 1;
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      byte[] window = new byte[WINDOW + overlap];
      for (int from = 0; from < bytes.limit() && !wanted.isEmpty(); from += WINDOW) {
        int length = Math.min(window.length, bytes.limit() - from);
        bytes.get(from, window, 0, length);
        // One byte is one character: a copy, and a search that the processor helps with.
        String piece = new String(window, 0, length, StandardCharsets.ISO_8859_1);
        wanted.removeIf(text -> piece.contains(text + '\0'));
      }
    }
    return wanted;
  }
}
