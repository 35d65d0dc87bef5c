package dev.parka.runtime.jdk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A {@code lib/modules} file of version 1.0, mapped into memory: a perfect hash table over the
 * names of its files. A name is found in microseconds, where the {@code jrt:} file system of
 * another JDK takes a second to open. Source: {@code jdk.internal.jimage} of OpenJDK, whose terms
 * are used here.
 */
final class ImageFile implements JdkFiles {

  private static final int MAGIC = 0xCAFEDADA;
  private static final int VERSION = 1 << 16;
  private static final int HEADER = 7 * Integer.BYTES;

  /** What file contents of one module are asked for in one array at the most. */
  private static final long LARGEST_FILE = 64L << 20;

  private final Path home;
  private final ByteBuffer bytes;
  private final ImageIndex index;
  private @Nullable SortedMap<String, Long> modules;
  private final Map<String, Set<String>> packages = new HashMap<>();

  private ImageFile(Path home, ByteBuffer bytes, ImageIndex index) throws IOException {
    this.home = home;
    this.bytes = bytes;
    this.index = index;
    if (!hasModule("java.base")) {
      throw new IOException("no java.base");
    }
  }

  /** Opens the file of a JDK; empty if it is of another version or has compressed classes. */
  static Optional<JdkFiles> open(Path home) throws IOException {
    ByteBuffer bytes = map(home.resolve("lib/modules"));
    Optional<ImageIndex> known = index(bytes);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    ImageIndex index = known.get();
    ImageIndex.Location object = index.find(name("java.base", "java/lang/Object.class"));
    boolean compressed = object != null && object.compressed() != 0;
    return compressed ? Optional.empty() : Optional.of(new ImageFile(home, bytes, index));
  }

  /**
   * The names of all files of a JDK or of a run-time image, each with its bytes before any
   * compression; empty if there is no such file of this version.
   */
  static Map<String, Long> sizes(Path home) throws IOException {
    Path file = home.resolve("lib/modules");
    try {
      if (!Files.isRegularFile(file)) {
        return Map.of();
      }
      ByteBuffer bytes = map(file);
      Optional<ImageIndex> index = index(bytes);
      if (index.isPresent() && index.get().end() > bytes.limit()) {
        throw DamagedModules.in(home, new IOException("its files are longer than itself"));
      }
      return index.map(ImageIndex::sizes).orElse(Map.of());
    } catch (IndexOutOfBoundsException e) {
      throw DamagedModules.in(home, e);
    }
  }

  /** The index; empty if the file is of another version. */
  static Optional<ImageIndex> index(ByteBuffer bytes) throws IOException {
    if (bytes.limit() < HEADER || bytes.getInt(0) != MAGIC || bytes.getInt(4) != VERSION) {
      return Optional.empty();
    }
    int table = bytes.getInt(16);
    long size = HEADER + 8L * table + bytes.getInt(20) + bytes.getInt(24);
    if (table <= 0 || bytes.getInt(20) < 0 || bytes.getInt(24) < 0 || size > bytes.limit()) {
      throw new IOException("its index is longer than the file");
    }
    return Optional.of(new ImageIndex(bytes, HEADER, table));
  }

  static ByteBuffer map(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel
          .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
          .order(ByteOrder.nativeOrder());
    }
  }

  @Override
  public SortedMap<String, Long> modules() {
    SortedMap<String, Long> known = modules;
    if (known == null) {
      try {
        known = index.modules();
      } catch (IndexOutOfBoundsException e) {
        throw DamagedModules.in(home, e);
      }
      modules = known;
    }
    return known;
  }

  @Override
  public SortedMap<String, Long> list(String module) {
    try {
      return index.files(module);
    } catch (IndexOutOfBoundsException e) {
      throw DamagedModules.in(home, e);
    }
  }

  @Override
  public boolean hasModule(String name) {
    return has(name, "module-info.class");
  }

  @Override
  public Set<String> modulesOf(String packageName) {
    Set<String> known = packages.get(packageName);
    if (known == null) {
      known = readPackage(packageName);
      packages.put(packageName, known);
    }
    return known;
  }

  /** A package lists its modules as pairs: whether it is empty there, and the module's name. */
  private Set<String> readPackage(String packageName) {
    Set<String> found = new TreeSet<>();
    Optional<byte[]> pairs = read("packages", packageName);
    if (pairs.isPresent()) {
      ByteBuffer buffer = ByteBuffer.wrap(pairs.get()).order(ByteOrder.nativeOrder());
      try {
        while (buffer.remaining() >= 2 * Integer.BYTES) {
          boolean empty = buffer.getInt() != 0;
          String module = index.string(buffer.getInt());
          if (!empty) {
            found.add(module);
          }
        }
      } catch (IndexOutOfBoundsException e) {
        throw DamagedModules.in(home, e);
      }
    }
    return found;
  }

  @Override
  public boolean has(String module, String path) {
    return find(module, path) != null;
  }

  @Override
  public Optional<byte[]> read(String module, String path) {
    ImageIndex.Location location = find(module, path);
    try {
      return location == null ? Optional.empty() : Optional.of(content(location));
    } catch (IndexOutOfBoundsException | IllegalStateException e) {
      throw DamagedModules.in(home, e);
    }
  }

  /** What leads out of the file, or is no file that a JDK has, is damaged. */
  private ImageIndex.@Nullable Location find(String module, String path) {
    try {
      return index.find(name(module, path));
    } catch (IndexOutOfBoundsException e) {
      throw DamagedModules.in(home, e);
    }
  }

  private byte[] content(ImageIndex.Location location) {
    if (location.compressed() != 0
        || location.size() < 0
        || location.size() > LARGEST_FILE
        || location.offset() < 0
        || location.offset() + location.size() > bytes.limit()) {
      throw new IllegalStateException("a file in lib/modules is compressed or leads out of it");
    }
    byte[] content = new byte[(int) location.size()];
    bytes.get((int) location.offset(), content);
    return content;
  }

  /** Mapped memory is given back when it is collected. */
  @Override
  public void close() {}

  private static byte[] name(String module, String path) {
    return ("/" + module + "/" + path).getBytes(StandardCharsets.UTF_8);
  }
}
