package dev.parka.runtime.jdk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The index of an {@link ImageFile}: two hash tables of as many entries, the attributes of each
 * file, and the strings that they share. All offsets are checked by the buffer.
 */
final class ImageIndex {

  private static final int HASH_MULTIPLIER = 0x01000193;

  /** Names of packages and files; whoever wrote a longer one means harm. */
  private static final int LONGEST_STRING = 1 << 12;

  // The kinds of attributes that a location has.
  private static final int MODULE = 1;
  private static final int PARENT = 2;
  private static final int BASE = 3;
  private static final int EXTENSION = 4;
  private static final int OFFSET = 5;
  private static final int COMPRESSED = 6;
  private static final int SIZE = 7;

  /**
   * Where a file lies.
   *
   * @param offset where its content begins in the whole file
   * @param compressed its bytes there, or 0 if it is not compressed
   * @param size its bytes
   */
  record Location(long offset, long compressed, long size) {}

  private final ByteBuffer bytes;
  private final int redirect;
  private final int length;
  private final int offsets;
  private final int locations;
  private final int strings;
  private final int data;

  /** The index that begins at an offset, after the header that says how long its parts are. */
  ImageIndex(ByteBuffer bytes, int begin, int length) {
    this.bytes = bytes;
    this.length = length;
    this.redirect = begin;
    this.offsets = redirect + length * Integer.BYTES;
    this.locations = offsets + length * Integer.BYTES;
    this.strings = locations + bytes.getInt(20);
    this.data = strings + bytes.getInt(24);
  }

  /**
   * A file by its whole name in UTF-8, such as {@code /java.sql/java/sql/Driver.class}; or null.
   */
  @Nullable Location find(byte[] name) {
    int value = bytes.getInt(redirect + Integer.BYTES * (hash(name, HASH_MULTIPLIER) % length));
    if (value == 0) {
      return null;
    }
    int slot = value > 0 ? hash(name, value) % length : -1 - value;
    long[] attributes = attributes(slot);
    return matches(attributes, name)
        ? new Location(data + attributes[OFFSET], attributes[COMPRESSED], attributes[SIZE])
        : null;
  }

  /** All modules that have a descriptor, with the bytes of their files. */
  SortedMap<String, Long> modules() {
    int descriptor = -1;
    Map<Long, long[]> sums = new HashMap<>();
    Set<Long> described = new HashSet<>();
    for (int slot = 0; slot < length; slot++) {
      long[] attributes = attributes(slot);
      long[] sum = sums.get(attributes[MODULE]);
      if (sum == null) {
        sum = new long[1];
        sums.put(attributes[MODULE], sum);
      }
      sum[0] += attributes[SIZE];
      if (attributes[PARENT] == 0) {
        int base = (int) attributes[BASE];
        if (descriptor < 0 && string(base).equals("module-info")) {
          descriptor = base;
        }
        if (base == descriptor) {
          described.add(attributes[MODULE]);
        }
      }
    }
    SortedMap<String, Long> modules = new TreeMap<>();
    for (Long name : described) {
      long[] sum = sums.get(name);
      modules.put(string(name.intValue()), sum == null ? 0 : sum[0]);
    }
    return modules;
  }

  /** The paths of all files of a module, with their bytes. */
  SortedMap<String, Long> files(String module) {
    Map<Long, Boolean> isWanted = new HashMap<>();
    SortedMap<String, Long> files = new TreeMap<>();
    for (int slot = 0; slot < length; slot++) {
      long[] attributes = attributes(slot);
      if (isWanted.computeIfAbsent(
          attributes[MODULE], name -> string(name.intValue()).equals(module))) {
        files.put(path(attributes), attributes[SIZE]);
      }
    }
    return files;
  }

  /** The place behind the last byte of all files. */
  long end() {
    long end = data;
    for (int slot = 0; slot < length; slot++) {
      long[] attributes = attributes(slot);
      long stored = attributes[COMPRESSED] == 0 ? attributes[SIZE] : attributes[COMPRESSED];
      end = Math.max(end, data + attributes[OFFSET] + stored);
    }
    return end;
  }

  /** The names of all files, each with its bytes before any compression. */
  Map<String, Long> sizes() {
    Map<String, Long> sizes = new HashMap<>();
    Map<Long, String> folders = new HashMap<>();
    for (int slot = 0; slot < length; slot++) {
      long[] attributes = attributes(slot);
      String folder = attributes[MODULE] == 0 ? "" : "/" + shared(attributes[MODULE], folders);
      String parent = attributes[PARENT] == 0 ? "" : shared(attributes[PARENT], folders);
      sizes.put(folder + parent + file(attributes), attributes[SIZE]);
    }
    return sizes;
  }

  /** A module or a package, each of which has many files. */
  private String shared(long offset, Map<Long, String> folders) {
    String known = folders.get(offset);
    if (known == null) {
      known = string((int) offset) + "/";
      folders.put(offset, known);
    }
    return known;
  }

  /** Every file, in the order of the table. */
  List<ModulesFile.Entry> entries() {
    List<ModulesFile.Entry> entries = new ArrayList<>();
    for (int slot = 0; slot < length; slot++) {
      long[] attributes = attributes(slot);
      long size = attributes[SIZE];
      long stored = attributes[COMPRESSED] == 0 ? size : attributes[COMPRESSED];
      entries.add(
          new ModulesFile.Entry(
              string((int) attributes[MODULE]),
              path(attributes),
              data + attributes[OFFSET],
              stored,
              size));
    }
    return entries;
  }

  private String path(long[] attributes) {
    String parent = attributes[PARENT] == 0 ? "" : string((int) attributes[PARENT]) + "/";
    return parent + file(attributes);
  }

  private String file(long[] attributes) {
    String base = string((int) attributes[BASE]);
    return attributes[EXTENSION] == 0 ? base : base + "." + string((int) attributes[EXTENSION]);
  }

  /** A string of the shared ones: ends with a zero byte. */
  String string(int offset) {
    int begin = strings + offset;
    int end = begin;
    while (bytes.get(end) != 0) {
      if (++end - begin > LONGEST_STRING) {
        throw new IndexOutOfBoundsException("a name in lib/modules has no end");
      }
    }
    byte[] text = new byte[end - begin];
    bytes.get(begin, text);
    return new String(text, StandardCharsets.UTF_8);
  }

  /** One byte of kind and length, then so many bytes of the value, the highest first. */
  private long[] attributes(int slot) {
    long[] attributes = new long[SIZE + 1];
    int at = locations + bytes.getInt(offsets + Integer.BYTES * slot);
    for (int head = bytes.get(at) & 0xff; head >> 3 != 0; head = bytes.get(at) & 0xff) {
      long value = 0;
      int count = (head & 7) + 1;
      for (int i = 1; i <= count; i++) {
        value = (value << 8) | (bytes.get(at + i) & 0xff);
      }
      attributes[head >> 3] = value;
      at += 1 + count;
    }
    return attributes;
  }

  private boolean matches(long[] attributes, byte[] name) {
    int at = 0;
    if (attributes[MODULE] != 0) {
      at = match(name, match(name, at, "/"), attributes[MODULE], "/");
    }
    if (attributes[PARENT] != 0) {
      at = match(name, at, attributes[PARENT], "/");
    }
    at = match(name, at, attributes[BASE], "");
    if (attributes[EXTENSION] != 0) {
      at = match(name, match(name, at, "."), attributes[EXTENSION], "");
    }
    return at == name.length;
  }

  private int match(byte[] name, int at, long text, String then) {
    if (at < 0) {
      return -1;
    }
    int from = strings + (int) text;
    int to = at;
    for (byte next = bytes.get(from); next != 0; next = bytes.get(++from)) {
      if (to == name.length || name[to++] != next) {
        return -1;
      }
    }
    return match(name, to, then);
  }

  private static int match(byte[] name, int at, String text) {
    if (at < 0 || at + text.length() > name.length) {
      return -1;
    }
    return text.isEmpty() || name[at] == text.charAt(0) ? at + text.length() : -1;
  }

  private static int hash(byte[] name, int seed) {
    int hash = seed;
    for (byte b : name) {
      hash = (hash * HASH_MULTIPLIER) ^ (b & 0xff);
    }
    return hash & Integer.MAX_VALUE;
  }
}
