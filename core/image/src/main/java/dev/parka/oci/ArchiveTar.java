package dev.parka.oci;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.tree.Content;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

/** An image layout in a tar file, read where its entries lie; nothing is unpacked. */
final class ArchiveTar implements ArchiveStore {

  private final TarFile tar;
  private final SortedMap<String, TarArchiveEntry> entries;

  private ArchiveTar(TarFile tar, SortedMap<String, TarArchiveEntry> entries) {
    this.tar = tar;
    this.entries = entries;
  }

  /**
   * Reads the headers of a tar file.
   *
   * @throws ParkaException [BadArchive] if it is damaged or has hostile names
   */
  static ArchiveTar open(Path file) throws IOException {
    return open(file, new HashMap<>(), false);
  }

  /**
   * The same, where an entry may be a symbolic link to another one: {@code docker save} writes a
   * layer once and links to it from wherever it is used again.
   *
   * @throws ParkaException [BadArchive] if it is damaged or has hostile names
   */
  static ArchiveTar openWithLinks(Path file) throws IOException {
    return open(file, new HashMap<>(), true);
  }

  private static ArchiveTar open(Path file, Map<String, String> links, boolean takesLinks)
      throws IOException {
    BlobChannel channel = new BlobChannel(FileChannel.open(file, StandardOpenOption.READ));
    boolean isOpen = false;
    try {
      TarFile tar = new TarFile(channel);
      channel.headersAreRead();
      SortedMap<String, TarArchiveEntry> entries = new TreeMap<>();
      for (TarArchiveEntry entry : tar.getEntries()) {
        if (takesLinks && entry.isSymbolicLink()) {
          links.put(name(file, entry.getName()), entry.getLinkName());
        } else {
          add(file, entries, entry, channel.size());
        }
      }
      follow(file, links, entries);
      isOpen = true;
      return new ArchiveTar(tar, entries);
    } catch (IOException | IllegalArgumentException e) {
      throw bad(
          file, "cannot be read as a tar file: " + Printable.of(String.valueOf(e.getMessage())));
    } finally {
      if (!isOpen) {
        channel.close();
      }
    }
  }

  private static void add(
      Path file, SortedMap<String, TarArchiveEntry> entries, TarArchiveEntry entry, long size) {
    String name = name(file, entry.getName());
    if (entry.isDirectory()) {
      return;
    }
    if (!entry.isFile() || entry.isSymbolicLink() || entry.isLink() || entry.isSparse()) {
      throw bad(file, "has an entry " + name + " that is no plain file");
    }
    if (entry.getDataOffset() + entry.getSize() > size) {
      throw bad(file, "ends within " + name);
    }
    if (entries.put(name, entry) != null) {
      throw bad(file, "has two entries named " + name);
    }
  }

  private static String name(Path file, String name) {
    return ArchivePath.parse(name)
        .orElseThrow(() -> bad(file, "has an entry named '" + Printable.of(name) + "'"))
        .relative();
  }

  /** Each link leads to a plain file of the same archive, or the archive is bad. */
  private static void follow(
      Path file, Map<String, String> links, SortedMap<String, TarArchiveEntry> entries) {
    links.forEach(
        (name, target) -> {
          // Within a root of its own nothing leads out: what would do so names no entry.
          Path resolved = Path.of("/" + name).resolveSibling(target).normalize();
          TarArchiveEntry entry = entries.get(resolved.toString().substring(1));
          if (entry == null || entries.put(name, entry) != null) {
            throw bad(file, "has an entry " + name + " that is no plain file");
          }
        });
  }

  private static ParkaException bad(Path file, String fact) {
    return new ParkaException(
        ArchiveProblem.BAD_ARCHIVE, file + " " + fact, "build or copy the image again");
  }

  @Override
  public Optional<Content> file(String name) {
    return Optional.ofNullable(entries.get(name)).map(this::content);
  }

  private Content content(TarArchiveEntry entry) {
    return new Content() {
      @Override
      public long size() {
        return entry.getSize();
      }

      @Override
      public InputStream open() throws IOException {
        return new BufferedInputStream(alone(tar.getInputStream(entry)), 1 << 16);
      }
    };
  }

  /** All streams share the place at which the file is read; each read has it to itself. */
  private InputStream alone(InputStream entry) {
    return new FilterInputStream(entry) {
      @Override
      public int read() throws IOException {
        synchronized (tar) {
          return in.read();
        }
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        synchronized (tar) {
          return in.read(bytes, offset, length);
        }
      }

      @Override
      public long skip(long count) throws IOException {
        synchronized (tar) {
          return in.skip(count);
        }
      }
    };
  }

  @Override
  public SortedSet<String> blobNames() {
    SortedSet<String> names = new TreeSet<>(entries.keySet());
    names.removeIf(name -> !name.startsWith("blobs/"));
    return names;
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
