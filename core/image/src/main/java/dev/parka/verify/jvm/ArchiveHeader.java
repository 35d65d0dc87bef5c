package dev.parka.verify.jvm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a start-up archive says of the JVM that made it and of the files that it was made from.
 * HotSpot's {@code filemap.hpp} has the JVM's own description in the header, and each file as its
 * modification time and its size, side by side; where these lie differs between versions, so that
 * they are looked for and never computed.
 */
public final class ArchiveHeader {

  /** The header has its strings in its first pages. */
  private static final int HEADER = 1 << 16;

  private static final Pattern IDENT =
      Pattern.compile("[\\x20-\\x7e]{4,80} \\([^()\\x00]{3,60}\\) for linux-[\\x20-\\x7e]{10,}");

  private static final int STATIC = 0xf00baba2;
  private static final int DYNAMIC = 0xf00baba8;

  private final ByteBuffer bytes;

  private ArchiveHeader(ByteBuffer bytes) {
    this.bytes = bytes;
  }

  /** Maps an archive; empty if it is none. */
  public static Optional<ArchiveHeader> read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      ByteBuffer bytes =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
      boolean isOne =
          bytes.limit() > HEADER && (bytes.getInt(0) == STATIC || bytes.getInt(0) == DYNAMIC);
      return isOne ? Optional.of(new ArchiveHeader(bytes)) : Optional.empty();
    }
  }

  /** Whether it stands alone; a dynamic one lies above another. */
  public boolean isStatic() {
    return bytes.getInt(0) == STATIC;
  }

  /**
   * The JVM's description of itself, such as {@code OpenJDK 64-Bit Server VM (17.0.15+6) for …}.
   */
  public Optional<String> maker() {
    byte[] header = new byte[HEADER];
    bytes.get(0, header);
    Matcher ident = IDENT.matcher(new String(header, StandardCharsets.ISO_8859_1));
    return ident.find() ? Optional.of(ident.group()) : Optional.empty();
  }

  /**
   * A file as an archive records it.
   *
   * @param seconds when it was modified; 0 for {@code lib/modules}
   * @param size its bytes
   */
  public record Recorded(long seconds, long size) {}

  /** Those of some files that it does not record. */
  public Set<Recorded> lacks(Collection<Recorded> files) {
    Set<Recorded> wanted = new HashSet<>(files);
    long[] times = files.stream().mapToLong(Recorded::seconds).distinct().toArray();
    long[] sizes = files.stream().mapToLong(Recorded::size).distinct().toArray();
    LongBuffer words = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    long[] piece = new long[1 << 13];
    long last = -1;
    while (words.hasRemaining() && !wanted.isEmpty()) {
      int length = Math.min(piece.length, words.remaining());
      words.get(piece, 0, length);
      for (int i = 0; i < length; i++) {
        if (isOneOf(piece[i], sizes)) {
          long before = i == 0 ? last : piece[i - 1];
          if (isOneOf(before, times)) {
            wanted.remove(new Recorded(before, piece[i]));
          }
        }
      }
      last = piece[length - 1];
    }
    return wanted;
  }

  private static boolean isOneOf(long word, long[] words) {
    for (long one : words) {
      if (one == word) {
        return true;
      }
    }
    return false;
  }
}
