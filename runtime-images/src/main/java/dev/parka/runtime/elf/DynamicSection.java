package dev.parka.runtime.elf;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the loader reads in a file.
 *
 * @param soname the name by which others ask for it ({@code DT_SONAME})
 * @param needed the libraries that it asks for ({@code DT_NEEDED}), in their order
 * @param runPath where they are looked for first ({@code DT_RUNPATH}, or {@code DT_RPATH} where
 *     there is no such), with {@code $ORIGIN} as it stands
 * @param versions the versions of symbols that it defines, such as {@code GLIBC_2.34}
 * @param wanted the versions of symbols that it asks each library for
 */
public record DynamicSection(
    Optional<String> soname,
    List<String> needed,
    List<String> runPath,
    SortedSet<String> versions,
    SortedMap<String, SortedSet<String>> wanted) {

  /** Of a file that has none. */
  public static final DynamicSection NONE =
      new DynamicSection(Optional.empty(), List.of(), List.of(), new TreeSet<>(), new TreeMap<>());

  /** Four thousand entries, where large libraries have a hundred. */
  private static final int SIZE_LIMIT = 1 << 16;

  private static final int ENTRY = 16;
  private static final int NEEDED = 1;
  private static final int STRINGS = 5;
  private static final int SONAME = 14;
  private static final int RPATH = 15;
  private static final int RUNPATH = 29;
  private static final int VERSIONS = 0x6ffffffc;
  private static final int VERSION_COUNT = 0x6ffffffd;
  private static final int WANTED = 0x6ffffffe;
  private static final int WANTED_COUNT = 0x6fffffff;

  /** Copies the collections. */
  public DynamicSection {
    needed = List.copyOf(needed);
    runPath = List.copyOf(runPath);
    versions = Collections.unmodifiableSortedSet(new TreeSet<>(versions));
    wanted = Collections.unmodifiableSortedMap(new TreeMap<>(wanted));
  }

  static DynamicSection read(ElfInput input, ProgramHeader dynamic, List<ProgramHeader> segments)
      throws IOException {
    Reader reader = new Reader(input, segments);
    List<Long> needed = new ArrayList<>();
    long[] values = new long[RUNPATH + 1];
    boolean[] seen = new boolean[RUNPATH + 1];
    long versions = 0;
    long versionCount = 0;
    long wanted = 0;
    long wantedCount = 0;
    if (dynamic.size() > SIZE_LIMIT) {
      throw input.damaged("its dynamic section has " + dynamic.size() + " bytes");
    }
    ByteBuffer entries = input.read(dynamic.offset(), dynamic.size());
    while (entries.remaining() >= ENTRY) {
      long tag = entries.getLong();
      long value = entries.getLong();
      if (tag == 0) {
        break;
      } else if (tag == NEEDED) {
        needed.add(value);
      } else if (tag == VERSIONS) {
        versions = value;
      } else if (tag == VERSION_COUNT) {
        versionCount = value;
      } else if (tag == WANTED) {
        wanted = value;
      } else if (tag == WANTED_COUNT) {
        wantedCount = value;
      } else if (tag > 0 && tag <= RUNPATH) {
        values[(int) tag] = value;
        seen[(int) tag] = true;
      }
    }
    reader.strings = values[STRINGS];
    List<String> names = new ArrayList<>();
    for (long name : needed) {
      names.add(reader.string(name));
    }
    int path = seen[RUNPATH] ? RUNPATH : RPATH;
    return new DynamicSection(
        seen[SONAME] ? Optional.of(reader.string(values[SONAME])) : Optional.empty(),
        names,
        seen[path] ? List.of(reader.string(values[path]).split(":", -1)) : List.of(),
        versions == 0 ? new TreeSet<>() : reader.versions(versions, versionCount),
        wanted == 0 ? new TreeMap<>() : reader.wanted(wanted, wantedCount));
  }

  /** Follows addresses, which are those of the loaded file, to the bytes in the file. */
  private static final class Reader {

    private static final int VERSION_LIMIT = 4096;

    private final ElfInput input;
    private final List<ProgramHeader> segments;
    private long strings;

    Reader(ElfInput input, List<ProgramHeader> segments) {
      this.input = input;
      this.segments = segments;
    }

    String string(long offset) throws IOException {
      return input.string(offset(strings + offset));
    }

    /**
     * The first name of each {@code Elf64_Verdef}: a chain in which each says where the next is.
     */
    SortedSet<String> versions(long address, long count) throws IOException {
      if (count < 0 || count > VERSION_LIMIT) {
        throw input.damaged("it has " + count + " versions");
      }
      SortedSet<String> names = new TreeSet<>();
      long at = address;
      for (long i = 0; i < count; i++) {
        ByteBuffer definition = input.read(offset(at), 20);
        ByteBuffer name = input.read(offset(at + definition.getInt(12)), 8);
        names.add(string(Integer.toUnsignedLong(name.getInt(0))));
        at += Integer.toUnsignedLong(definition.getInt(16));
      }
      return names;
    }

    /** Of each {@code Elf64_Verneed} the library, and the name of each {@code Elf64_Vernaux}. */
    SortedMap<String, SortedSet<String>> wanted(long address, long count) throws IOException {
      if (count < 0 || count > VERSION_LIMIT) {
        throw input.damaged("it asks for versions of " + count + " libraries");
      }
      SortedMap<String, SortedSet<String>> wanted = new TreeMap<>();
      long at = address;
      for (long i = 0; i < count; i++) {
        ByteBuffer need = input.read(offset(at), 16);
        String library = string(Integer.toUnsignedLong(need.getInt(4)));
        SortedSet<String> names = wanted.computeIfAbsent(library, key -> new TreeSet<>());
        long name = at + Integer.toUnsignedLong(need.getInt(8));
        for (int j = 0; j < Short.toUnsignedInt(need.getShort(2)); j++) {
          ByteBuffer version = input.read(offset(name), 16);
          names.add(string(Integer.toUnsignedLong(version.getInt(8))));
          name += Integer.toUnsignedLong(version.getInt(12));
        }
        at += Integer.toUnsignedLong(need.getInt(12));
      }
      return wanted;
    }

    private long offset(long address) {
      for (ProgramHeader segment : segments) {
        if (segment.type() == ProgramHeader.LOAD && segment.holds(address)) {
          return segment.offset() + (address - segment.address());
        }
      }
      throw input.damaged("it leads to an address that it does not have");
    }
  }
}
