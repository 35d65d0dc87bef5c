package dev.parka.oci;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Writes a zip file as a tar file, names as they are, so that one set of rules judges both. Modes
 * and links are those that Info-ZIP keeps; what has none was written by something that knows none.
 */
final class ZipAsTar {

  /** No JDK comes near; a bomb does. */
  private static final long LIMIT = 4L << 30;

  private static final int LINK_LIMIT = 4096;
  private static final int READABLE = 0644;
  private static final int EXECUTABLE = 0755;
  private static final int PERMISSIONS = 0777;

  private ZipAsTar() {}

  static void write(Path zip, Path tar) throws IOException {
    try (ZipFile in = ZipFile.builder().setPath(zip).get();
        OutputStream file = new BufferedOutputStream(Files.newOutputStream(tar), 1 << 16);
        TarArchiveOutputStream out = new TarArchiveOutputStream(file, "UTF-8")) {
      out.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      out.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
      long left = LIMIT;
      for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
        left -= entry.getSize();
        if (left < 0 || entry.getSize() < 0) {
          throw new IOException("it has more than " + LIMIT + " bytes unpacked");
        }
        write(in, entry, out);
      }
      out.finish();
    } catch (IOException | IllegalArgumentException e) {
      throw new ParkaException(
          ArchiveProblem.BAD_ARCHIVE,
          zip + " cannot be unpacked: " + Printable.of(String.valueOf(e.getMessage())),
          "fetch it again",
          e);
    }
  }

  private static void write(ZipFile in, ZipArchiveEntry entry, TarArchiveOutputStream out)
      throws IOException {
    TarArchiveEntry copy;
    try (InputStream content = in.getInputStream(entry)) {
      if (entry.isUnixSymlink()) {
        copy = new TarArchiveEntry(entry.getName(), TarConstants.LF_SYMLINK, true);
        copy.setLinkName(new String(content.readNBytes(LINK_LIMIT), StandardCharsets.UTF_8));
        out.putArchiveEntry(copy);
      } else {
        copy = new TarArchiveEntry(entry.getName(), true);
        copy.setMode(mode(entry));
        copy.setSize(entry.isDirectory() ? 0 : entry.getSize());
        out.putArchiveEntry(copy);
        if (!entry.isDirectory()) {
          // More bytes than it says make the tar file refuse them.
          content.transferTo(out);
        }
      }
      out.closeArchiveEntry();
    }
  }

  private static int mode(ZipArchiveEntry entry) {
    int mode = entry.getUnixMode() & PERMISSIONS;
    if (mode != 0) {
      return mode;
    }
    return entry.isDirectory() ? EXECUTABLE : READABLE;
  }
}
