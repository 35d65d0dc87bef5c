package dev.parka.report;

import dev.parka.runtime.cache.ByteSize;
import dev.parka.spec.Digest;
import java.util.Locale;

/** Layers and their sizes as lines of text, one below the other. */
public final class LayerTable {

  private static final int SHORT_DIGEST = 12;

  private final StringBuilder text;

  /** Begins a table, with the names of its columns, at the end of a text. */
  public LayerTable(StringBuilder text) {
    this.text = text;
    row("layer", "stored", "unpacked", "digest");
  }

  /** Adds a layer. */
  public void layer(String kind, long stored, long unpacked, Digest digest) {
    row(
        kind,
        ByteSize.show(stored),
        ByteSize.show(unpacked),
        digest.hex().substring(0, SHORT_DIGEST));
  }

  /** Ends with the whole image. */
  public void image(long stored, long unpacked) {
    row("image", ByteSize.show(stored), ByteSize.show(unpacked), "");
  }

  private void row(String kind, String stored, String unpacked, String digest) {
    String line =
        String.format(Locale.ROOT, "  %-18s %10s %10s  %s", kind, stored, unpacked, digest);
    text.append(line.stripTrailing()).append('\n');
  }
}
