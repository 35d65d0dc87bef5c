package dev.parka.oci;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.tree.Content;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Archives that are no layers, unpacked under the rules for layers: tar files (plain, or as gzip,
 * xz or zstd), zip files, and Debian packages (deb(5)). What an archive is, its first bytes tell.
 */
public final class PackedFiles {

  private static final int MAGIC_LENGTH = 8;
  private static final byte[] AR = "!<arch>\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] XZ = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};

  /** The dictionary of {@code xz -9} is 64 MiB. */
  private static final int XZ_MEMORY_KIB = 160 << 10;

  private PackedFiles() {}

  /**
   * Unpacks archives over one another, into a directory that this makes; all files are the user's.
   *
   * @param archives the lowest first
   * @param root the directory to make; its parent must exist
   * @throws ParkaException with every problem of one of the archives, as those of layers
   * @throws IOException if one cannot be read, or the directory not be written
   */
  public static void unpack(List<Path> archives, Path root) throws IOException {
    List<Path> scratch = new ArrayList<>();
    try {
      List<Content> layers = new ArrayList<>();
      for (Path archive : archives) {
        layers.add(tar(archive, root, scratch));
      }
      LayerUnpacker.unpackAsOwn(layers, root, LayerReader.Limits.DEFAULT);
    } finally {
      for (Path file : scratch) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static Content tar(Path archive, Path root, List<Path> scratch) throws IOException {
    byte[] magic = magic(archive);
    if (Arrays.equals(magic, AR)) {
      return streamed(archive, () -> packed(data(archive)));
    }
    if (startsWith(magic, ZIP)) {
      Path tar = Files.createTempFile(root.toAbsolutePath().getParent(), ".zip-", ".tar");
      scratch.add(tar);
      ZipAsTar.write(archive, tar);
      return Content.of(tar);
    }
    return streamed(archive, () -> packed(Files.newInputStream(archive)));
  }

  /** The member of a Debian package that has the files; the others are about them. */
  private static InputStream data(Path archive) throws IOException {
    ArArchiveInputStream members = new ArArchiveInputStream(Files.newInputStream(archive));
    boolean found = false;
    try {
      for (ArArchiveEntry member = members.getNextEntry();
          member != null;
          member = members.getNextEntry()) {
        if (member.getName().startsWith("data.tar")) {
          found = true;
          return members;
        }
      }
    } finally {
      if (!found) {
        members.close();
      }
    }
    throw new IOException("it is no Debian package: it has no data.tar");
  }

  /** Layers know gzip and zstd; xz they do not. */
  private static InputStream packed(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(MAGIC_LENGTH);
    byte[] magic = buffered.readNBytes(MAGIC_LENGTH);
    buffered.reset();
    return startsWith(magic, XZ)
        ? XZCompressorInputStream.builder()
            .setInputStream(buffered)
            .setMemoryLimitKiB(XZ_MEMORY_KIB)
            .get()
        : buffered;
  }

  private interface Opener {
    InputStream open() throws IOException;
  }

  private static Content streamed(Path archive, Opener opener) {
    return new Content() {
      @Override
      public long size() throws IOException {
        return Files.size(archive);
      }

      @Override
      public InputStream open() throws IOException {
        try {
          return opener.open();
        } catch (IOException | IllegalArgumentException e) {
          throw bad(archive, e);
        }
      }
    };
  }

  private static byte[] magic(Path archive) throws IOException {
    try (InputStream in = Files.newInputStream(archive)) {
      return in.readNBytes(MAGIC_LENGTH);
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] start) {
    return bytes.length >= start.length && Arrays.equals(Arrays.copyOf(bytes, start.length), start);
  }

  private static ParkaException bad(Path archive, Exception cause) {
    return new ParkaException(
        ArchiveProblem.BAD_ARCHIVE,
        archive + " cannot be unpacked: " + Printable.of(String.valueOf(cause.getMessage())),
        "fetch it again",
        cause);
  }
}
