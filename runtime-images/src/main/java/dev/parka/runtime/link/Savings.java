package dev.parka.runtime.link;

import dev.parka.runtime.strip.StripKind;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Bytes that were saved, as text: a line for each thing, its word and the number. */
final class Savings {

  private Savings() {}

  static byte[] encode(SortedMap<StripKind, Long> saved) {
    StringBuilder text = new StringBuilder();
    saved.forEach((kind, bytes) -> text.append(kind.word()).append(' ').append(bytes).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Reads what {@link #encode} wrote; empty for anything else. */
  static Optional<SortedMap<StripKind, Long>> decode(byte[] bytes) {
    SortedMap<StripKind, Long> saved = new TreeMap<>();
    for (String line : new String(bytes, StandardCharsets.UTF_8).lines().toList()) {
      int space = line.indexOf(' ');
      Optional<StripKind> kind = StripKind.ofWord(line.substring(0, Math.max(space, 0)));
      if (kind.isEmpty() || !line.substring(space + 1).matches("-?[0-9]{1,18}")) {
        return Optional.empty();
      }
      saved.put(kind.get(), Long.valueOf(line.substring(space + 1)));
    }
    return Optional.of(saved);
  }
}
