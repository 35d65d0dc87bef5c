package dev.parka.oci;

import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Writes an image layout as a tar, the same bytes as {@link LayerWriter#writeTar}. Blobs, which are
 * most of it, go from file to file without passing through this process.
 */
final class LayoutTar {

  private static final int RECORD = TarConstants.DEFAULT_RCDSIZE;

  private final FileTime time;
  private final FileChannel out;

  private LayoutTar(Instant time, FileChannel out) {
    this.time = FileTime.from(time);
    this.out = out;
  }

  /**
   * Writes directories and files, whose names are those of a layout, to a file that is not there.
   */
  static void write(FileTree files, Instant time, Path to) throws IOException {
    try (FileChannel out =
        FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      LayoutTar tar = new LayoutTar(time, out);
      for (FileEntry entry : files.entries()) {
        tar.add(entry);
      }
      tar.write(new byte[2 * RECORD]);
    }
  }

  private void add(FileEntry entry) throws IOException {
    String name = entry.path().relative();
    if (entry instanceof FileEntry.Directory directory) {
      header(new TarArchiveEntry(name + "/"), directory.mode());
    } else if (entry instanceof FileEntry.RegularFile file) {
      long size = file.content().size();
      TarArchiveEntry header = new TarArchiveEntry(name);
      header.setSize(size);
      header(header, file.mode());
      content(file.content(), size);
      write(new byte[(int) ((RECORD - size % RECORD) % RECORD)]);
    } else {
      throw new IOException(entry.path() + " is nothing that a layout has");
    }
  }

  private void header(TarArchiveEntry header, int mode) throws IOException {
    if (header.getName().length() > TarConstants.NAMELEN
        || header.getSize() > TarConstants.MAXSIZE) {
      throw new IOException(header.getName() + " does not fit into a plain header");
    }
    header.setMode(mode);
    header.setIds(0, 0);
    header.setNames("", "");
    header.setModTime(time);
    byte[] record = new byte[RECORD];
    header.writeEntryHeader(record);
    write(record);
  }

  private void content(Content content, long size) throws IOException {
    Optional<Content.Origin> origin = content.origin().filter(from -> from.how().isEmpty());
    if (origin.isEmpty()) {
      try (InputStream in = content.open()) {
        write(in.readAllBytes());
      }
      return;
    }
    try (FileChannel in = FileChannel.open(origin.get().file())) {
      long done = 0;
      while (done < size) {
        long count = in.transferTo(done, size - done, out);
        if (count <= 0) {
          throw new IOException(origin.get().file() + " changes while it is read");
        }
        done += count;
      }
    }
  }

  private void write(byte[] bytes) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) {
      out.write(buffer);
    }
  }
}
