package dev.parka.runtime.classes;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What the manifest of a jar says of the whole of it. Only the central directory and the manifest
 * are read; {@code java.util.zip.ZipFile}, which makes a table of all entries, has the last word on
 * jars that are unusual.
 */
public final class JarManifest {

  /** Longer ones are cut off; what says something of the whole jar stands at their begin. */
  private static final int LARGEST = 1 << 20;

  private static final byte[] NAME = "meta-inf/manifest.mf".getBytes(StandardCharsets.US_ASCII);

  private JarManifest() {}

  /**
   * The main attributes; none if there is no manifest.
   *
   * @throws IOException if the jar or its manifest cannot be read
   */
  public static Attributes of(Path jar) throws IOException {
    byte[] bytes = plain(jar);
    return new Manifest(new ByteArrayInputStream(bytes == null ? unusual(jar) : bytes))
        .getMainAttributes();
  }

  /** Opens a jar and closes it again, to see that it can be opened. */
  static void check(Path jar) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
      if (directory(file) != null) {
        return;
      }
    }
    JarClassSource.open(jar).close();
  }

  private static @Nullable CentralDirectory directory(RandomAccessFile file) throws IOException {
    byte[] end = end(file, Math.min(CentralDirectory.ENOUGH, file.length()));
    long needed = CentralDirectory.needs(end);
    if (needed > file.length()) {
      return null;
    }
    CentralDirectory directory =
        CentralDirectory.in(needed <= end.length ? end : end(file, needed));
    return directory == null || directory.before(file.length()) < 0 ? null : directory;
  }

  private static byte[] end(RandomAccessFile file, long count) throws IOException {
    byte[] end = new byte[Math.toIntExact(count)];
    file.seek(file.length() - count);
    file.readFully(end);
    return end;
  }

  /** The manifest of a jar that has nothing unusual; null of others. */
  private static byte @Nullable [] plain(Path jar) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "r")) {
      CentralDirectory directory = directory(file);
      if (directory == null) {
        return null;
      }
      for (int entry : directory.entries()) {
        if (directory.isNamed(entry, NAME)) {
          return directory.size(entry) > LARGEST || directory.compressed(entry) > LARGEST
              ? null
              : content(file, directory, entry);
        }
      }
      return new byte[0];
    }
  }

  private static byte @Nullable [] content(
      RandomAccessFile file, CentralDirectory directory, int entry) throws IOException {
    long local = directory.before(file.length()) + directory.local(entry);
    byte[] header = new byte[CentralDirectory.LOCAL_SIZE];
    byte[] compressed = new byte[(int) directory.compressed(entry)];
    if (local + header.length + compressed.length > file.length()) {
      return null;
    }
    file.seek(local);
    file.readFully(header);
    long begin = local + CentralDirectory.contentOf(header, 0);
    if (!CentralDirectory.isLocal(header, 0) || begin + compressed.length > file.length()) {
      return null;
    }
    file.seek(begin);
    file.readFully(compressed);
    return directory.isStored(entry)
        ? compressed
        : inflated(compressed, new byte[(int) directory.size(entry)]);
  }

  private static byte @Nullable [] inflated(byte[] compressed, byte[] into) {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(compressed);
      return inflater.inflate(into) == into.length ? into : null;
    } catch (DataFormatException e) {
      return null;
    } finally {
      inflater.end();
    }
  }

  private static byte[] unusual(Path jar) throws IOException {
    try (ZipFile zip = JarClassSource.open(jar)) {
      ZipEntry manifest = zip.getEntry(JarFile.MANIFEST_NAME);
      if (manifest == null) {
        manifest =
            zip.stream().filter(e -> EntryPath.isManifest(e.getName())).findFirst().orElse(null);
      }
      if (manifest == null) {
        return new byte[0];
      }
      try (InputStream in = zip.getInputStream(manifest)) {
        return in.readNBytes(LARGEST);
      }
    }
  }
}
