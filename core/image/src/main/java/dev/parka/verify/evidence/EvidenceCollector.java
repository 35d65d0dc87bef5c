package dev.parka.verify.evidence;

import dev.parka.oci.ArchiveEntry;
import dev.parka.oci.ArchiveEntry.Kind;
import dev.parka.oci.ArchiveTree;
import dev.parka.oci.LargePieces;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.elf.ElfFile;
import dev.parka.runtime.elf.ElfInput;
import dev.parka.runtime.tree.NewDirectory;
import dev.parka.runtime.tree.Removal;
import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Sees the files of all layers pass by and keeps what will be asked for. */
public final class EvidenceCollector implements AutoCloseable {

  private static final int SMALL = 1 << 20;
  private static final int TEXT = 256 << 10;
  private static final int HEAD = 8;

  /** What an honest image's modules, archives and jars do not exceed; the rest is not kept. */
  private static final long MOST_BYTES = 2L << 30;

  private static final int MAGIC_ELF = 0x7f454c46;
  private static final int MAGIC_ZIP = 0x504b0304;

  /** In the byte order of the files, which is that of both processors. */
  private static final int MAGIC_MODULES = 0xdadafeca;

  private static final int MAGIC_STATIC_ARCHIVE = 0xa2ab0bf0;
  private static final int MAGIC_DYNAMIC_ARCHIVE = 0xa8ab0bf0;

  private final LargePieces pieces = new LargePieces();
  private final Path directory;
  private final Set<String> wanted;
  private final Map<String, NativeCode> natives = new HashMap<>();
  private final Map<String, Path> kept = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();
  private final List<FoundSecret> secrets = new ArrayList<>();
  private long bytes;
  private boolean isWhole = true;

  private EvidenceCollector(Path directory, Set<String> wanted) {
    this.directory = directory;
    this.wanted = wanted;
  }

  /**
   * A collector that nothing has passed yet.
   *
   * @param wanted paths of texts to keep, beside those that are always kept
   */
  public static EvidenceCollector open(Set<String> wanted) throws IOException {
    Path parent = Path.of(System.getProperty("java.io.tmpdir"));
    return new EvidenceCollector(NewDirectory.in(parent, "parka-verify-"), new HashSet<>(wanted));
  }

  /** Takes an entry; the content is read as far as it is of interest. */
  public void see(String layer, ArchiveEntry entry, InputStream content) throws IOException {
    String path = entry.path().value();
    forget(path);
    if (entry.kind() != Kind.REGULAR_FILE || !entry.target().isEmpty() || entry.size() < 4) {
      return;
    }
    if (entry.size() <= SMALL) {
      small(layer, path, content.readAllBytes());
    } else {
      large(path, entry.size(), content);
    }
  }

  private void forget(String path) throws IOException {
    natives.remove(path);
    texts.remove(path);
    Path old = kept.remove(path);
    if (old != null) {
      Files.deleteIfExists(old);
    }
  }

  private void small(String layer, String path, byte[] content) throws IOException {
    int magic = magic(content);
    if (magic == MAGIC_ELF) {
      natives.put(path, read(ElfInput.of(path, content)));
      keepIfVirtualMachine(path, content.length, new ByteArrayInputStream(content));
    } else if (isKept(magic, path)) {
      keep(path, content.length, new ByteArrayInputStream(content));
    } else if (content.length <= TEXT && isText(content)) {
      String text = new String(content, StandardCharsets.UTF_8);
      for (String kind : SecretPatterns.inFile(path, text)) {
        secrets.add(new FoundSecret(layer, path, kind));
      }
      if (wanted.contains(path) || isTextOfInterest(path)) {
        texts.put(path, text);
      }
    }
  }

  private void large(String path, long size, InputStream content) throws IOException {
    byte[] head = content.readNBytes(HEAD);
    int magic = magic(head);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), content);
    if (magic == MAGIC_ELF) {
      Path file = directory.resolve("native");
      write(whole, file);
      try (ElfInput input = ElfInput.open(file)) {
        natives.put(path, read(input));
      }
      if (isVirtualMachine(path)) {
        Path place = directory.resolve("kept-" + bytes);
        Files.move(file, place);
        kept.put(path, place);
        bytes += size;
      } else {
        Files.delete(file);
      }
    } else if (isKept(magic, path)) {
      keep(path, size, whole);
    }
  }

  private static NativeCode read(ElfInput input) throws IOException {
    try {
      return new NativeCode(ElfFile.read(input), "");
    } catch (ParkaException e) {
      return new NativeCode(Optional.empty(), e.problems().get(0).fact());
    }
  }

  private static int magic(byte[] content) {
    return content.length < 4
        ? 0
        : (content[0] & 0xff) << 24
            | (content[1] & 0xff) << 16
            | (content[2] & 0xff) << 8
            | (content[3] & 0xff);
  }

  private static boolean isKept(int magic, String path) {
    return magic == MAGIC_MODULES
        || magic == MAGIC_STATIC_ARCHIVE
        || magic == MAGIC_DYNAMIC_ARCHIVE
        || (magic == MAGIC_ZIP && path.endsWith(".jar"))
        || path.endsWith("/lib/modules");
  }

  private static boolean isVirtualMachine(String path) {
    return path.endsWith("/libjvm.so");
  }

  private static boolean isTextOfInterest(String path) {
    return path.endsWith("/release")
        || path.equals("/etc/ld.so.conf")
        || path.startsWith("/etc/ld.so.conf.d/")
        || path.startsWith("/etc/ld-musl-");
  }

  private void keepIfVirtualMachine(String path, long size, InputStream content)
      throws IOException {
    if (isVirtualMachine(path)) {
      keep(path, size, content);
    }
  }

  private void keep(String path, long size, InputStream content) throws IOException {
    if (bytes + size > MOST_BYTES) {
      isWhole = false;
      return;
    }
    Path file = directory.resolve("kept-" + bytes);
    write(content, file);
    kept.put(path, file);
    bytes += size;
  }

  private void write(InputStream content, Path file) throws IOException {
    try (OutputStream out = new FileOutputStream(file.toFile())) {
      pieces.copy(content, out);
    }
  }

  private static boolean isText(byte[] content) {
    for (int i = 0; i < content.length; i++) {
      if (content[i] == 0) {
        return false;
      }
    }
    return true;
  }

  /** What was kept of the files that the merged tree has. */
  public ImageEvidence evidence(ArchiveTree tree) {
    return new ImageEvidence(tree, directory, natives, kept, texts, secrets, isWhole);
  }

  @Override
  public void close() throws IOException {
    Removal.of(directory);
  }
}
