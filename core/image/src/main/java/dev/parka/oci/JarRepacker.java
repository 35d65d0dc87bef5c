package dev.parka.oci;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Writes jars anew, from jars or from directories of classes: the manifest first, the rest sorted,
 * every time the earliest that a zip can tell. Entries are stored, not deflated: compressing is the
 * layer's work, which does it better over all jars at once.
 */
public final class JarRepacker {

  /** Zips know no time zone: this is the same text everywhere. */
  private static final LocalDateTime EARLIEST = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** {@code java.util.jar.JarInputStream} finds the manifest only at the front. */
  private static final Comparator<String> ORDER =
      Comparator.comparing((String name) -> !name.equals("META-INF/"))
          .thenComparing(name -> !name.equals("META-INF/MANIFEST.MF"))
          .thenComparing(Comparator.naturalOrder());

  private final EntryFilter filter;

  /** Repacks everything that the filter lets through. */
  public JarRepacker(EntryFilter filter) {
    this.filter = filter;
  }

  /** What it does, beyond what all do. */
  @Override
  public String toString() {
    return filter == EntryFilter.ALL ? "all entries" : filter.getClass().getSimpleName();
  }

  /** Says which entries stay out of an image. */
  @FunctionalInterface
  public interface EntryFilter {

    /** Lets everything through. */
    EntryFilter ALL = (name, content) -> true;

    /**
     * Whether the entry belongs into the image.
     *
     * @param name such as {@code com/acme/App.class}; a directory's ends in a slash
     * @param content its bytes; none for a directory
     */
    boolean test(String name, byte[] content);
  }

  /** Bytes of an entry, read when they are needed. */
  private interface Source {
    byte[] read() throws IOException;
  }

  /**
   * Writes one jar.
   *
   * @param from a jar, or a directory
   * @param to a file that does not exist
   * @throws ParkaException [HostileJar] if two entries have one name
   * @throws IOException if something cannot be read or written
   */
  public void repack(Path from, Path to) throws IOException {
    if (Files.isDirectory(from)) {
      write(directory(from), to);
    } else {
      try (ZipFile zip = ZipFile.builder().setPath(from).get()) {
        write(jar(from, zip), to);
      }
    }
  }

  private static SortedMap<String, Source> jar(Path from, ZipFile zip) {
    SortedMap<String, Source> entries = new TreeMap<>(ORDER);
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      Source source =
          () -> {
            try (InputStream in = zip.getInputStream(entry)) {
              return in.readAllBytes();
            }
          };
      if (entries.put(entry.getName(), source) != null) {
        throw new ParkaException(
            RuntimeProblem.HOSTILE_JAR,
            from + " has two entries " + entry.getName(),
            "build the jar again: which of them java takes depends on the reader");
      }
    }
    return entries;
  }

  private static SortedMap<String, Source> directory(Path from) throws IOException {
    SortedMap<String, Source> entries = new TreeMap<>(ORDER);
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path file : (Iterable<Path>) walk::iterator) {
        if (file.equals(from)) {
          continue;
        }
        String name = from.relativize(file).toString();
        if (Files.isDirectory(file)) {
          entries.put(name + "/", () -> new byte[0]);
        } else {
          entries.put(name, () -> Files.readAllBytes(file));
        }
      }
    }
    return entries;
  }

  private void write(SortedMap<String, Source> entries, Path to) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to));
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
      zip.setMethod(ZipArchiveOutputStream.STORED);
      for (var source : entries.entrySet()) {
        String name = source.getKey();
        byte[] content = source.getValue().read();
        if (filter.test(name, content)) {
          write(zip, name, content);
        }
      }
    }
  }

  private static void write(ZipArchiveOutputStream zip, String name, byte[] content)
      throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setTimeLocal(EARLIEST);
    entry.setMethod(ZipArchiveEntry.STORED);
    entry.setSize(content.length);
    entry.setCompressedSize(content.length);
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setCrc(crc.getValue());
    entry.setUnixMode(name.endsWith("/") ? 040755 : 0100644);
    zip.putArchiveEntry(entry);
    zip.write(content);
    zip.closeArchiveEntry();
  }
}
