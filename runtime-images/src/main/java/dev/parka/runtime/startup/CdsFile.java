package dev.parka.runtime.startup;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.zip.CRC32;

/**
 * A static archive as HotSpot's {@code filemap.hpp} has it: a header with a checksum over itself,
 * and a table of regions with a checksum over each. Versions of the JDK differ in what lies between
 * these. Nothing is believed that a checksum does not bear out.
 */
final class CdsFile {

  private static final int MAGIC = 0xf00baba2;
  private static final int HEADER_CRC = 4;
  private static final int PAGE = 4096;

  /** Fields of {@code CDSFileMapRegion}, the same from JDK 17 to 25. */
  private static final int HEAP = 12;

  private static final int FILE_OFFSET = 24;
  private static final int USED = 40;
  private static final int ENTRY = 48;

  private final byte[] bytes;
  private final ByteBuffer words;
  private final List<Region> regions;
  private final Span header;

  private CdsFile(byte[] bytes, ByteBuffer words, List<Region> regions, Span header) {
    this.bytes = bytes;
    this.words = words;
    this.regions = regions;
    this.header = header;
  }

  /** Some of the bytes. */
  private record Span(int from, int to) {}

  /** A region whose checksum lies at {@code crc}. */
  private record Region(int crc, Span span, boolean isHeap) {}

  /** Reads a copy of the bytes; empty if they are of no such file. */
  static Optional<CdsFile> parse(byte[] archive) {
    byte[] bytes = archive.clone();
    ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    if (bytes.length < PAGE || words.getInt(0) != MAGIC) {
      return Optional.empty();
    }
    List<Region> regions = new ArrayList<>();
    for (int at = 2 * Integer.BYTES; at + ENTRY <= PAGE; at += Integer.BYTES) {
      region(bytes, words, at).ifPresent(regions::add);
    }
    Optional<Span> header = header(bytes, words.getInt(HEADER_CRC));
    return regions.isEmpty()
        ? Optional.empty()
        : header.map(span -> new CdsFile(bytes, words, List.copyOf(regions), span));
  }

  private static Optional<Region> region(byte[] bytes, ByteBuffer words, int at) {
    long from = words.getLong(at + FILE_OFFSET);
    long used = words.getLong(at + USED);
    if (from < PAGE || from % PAGE != 0 || used <= 0 || from > bytes.length - used) {
      return Optional.empty();
    }
    Span span = new Span((int) from, (int) (from + used));
    return crc(bytes, span) == words.getInt(at)
        ? Optional.of(new Region(at, span, words.getInt(at + HEAP) == 1))
        : Optional.empty();
  }

  /** The checksum of the header begins behind one of its first fields and ends with the header. */
  private static Optional<Span> header(byte[] bytes, int wanted) {
    for (int from = 2 * Integer.BYTES; from <= 4 * Integer.BYTES; from += Integer.BYTES) {
      CRC32 crc = new CRC32();
      for (int at = from; at < PAGE; at += Integer.BYTES) {
        crc.update(bytes, at, Integer.BYTES);
        if ((int) crc.getValue() == wanted) {
          return Optional.of(new Span(from, at + Integer.BYTES));
        }
      }
    }
    return Optional.empty();
  }

  /** Where the archived heap has such words of eight bytes, aligned as the JVM aligns them. */
  List<Integer> heapWords(LongPredicate wanted) {
    List<Integer> found = new ArrayList<>();
    for (Region region : regions) {
      if (region.isHeap()) {
        int last = region.span().to() - Long.BYTES;
        for (int at = region.span().from(); at <= last; at += Long.BYTES) {
          if (wanted.test(words.getLong(at))) {
            found.add(at);
          }
        }
      }
    }
    return found;
  }

  /** The word at a place; behind a header there is always something before it. */
  long word(int at) {
    return words.getLong(at);
  }

  void clear(int at) {
    words.putLong(at, 0);
  }

  /** The bytes with checksums that are right. */
  byte[] sealed() {
    for (Region region : regions) {
      words.putInt(region.crc(), crc(bytes, region.span()));
    }
    words.putInt(HEADER_CRC, crc(bytes, header));
    return bytes.clone();
  }

  private static int crc(byte[] bytes, Span span) {
    CRC32 crc = new CRC32();
    crc.update(bytes, span.from(), span.to() - span.from());
    return (int) crc.getValue();
  }
}
