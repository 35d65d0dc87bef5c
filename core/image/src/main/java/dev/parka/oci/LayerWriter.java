package dev.parka.oci;

import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.Owner;
import dev.parka.spec.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * Writes a {@link FileTree} as a layer. Everything that could differ from machine to machine is set
 * here: the order is the tree's, every time is the one given, owners are numbers without names, and
 * the gzip header names neither a time nor an operating system.
 */
final class LayerWriter {

  private final BlobStore blobs;
  private final Instant time;

  /**
   * A writer of layers.
   *
   * @param blobs where layers are stored
   * @param time the modification time of every entry
   */
  LayerWriter(BlobStore blobs, Instant time) {
    this.blobs = blobs;
    this.time = time;
  }

  Layer write(Layer.Kind kind, FileTree files) throws IOException {
    Digest[] diffId = new Digest[1];
    Descriptor descriptor =
        blobs.store(
            MediaTypes.LAYER_GZIP,
            blob -> {
              GzipCompressorOutputStream gzip =
                  new GzipCompressorOutputStream(blob, gzipParameters());
              DigestingOutputStream tar = new DigestingOutputStream(gzip);
              writeTar(files, time, tar);
              diffId[0] = tar.digest();
              gzip.finish();
            });
    return new Layer(kind, descriptor, diffId[0], files.contentSize());
  }

  private static GzipParameters gzipParameters() {
    GzipParameters parameters = new GzipParameters();
    parameters.setCompressionLevel(Deflater.BEST_COMPRESSION);
    parameters.setModificationInstant(Instant.EPOCH);
    parameters.setOS(GzipParameters.OS.UNKNOWN);
    parameters.setBufferSize(1 << 16);
    return parameters;
  }

  /** Writes files as a tar and flushes it; the stream stays open. */
  static void writeTar(FileTree files, Instant time, OutputStream out) throws IOException {
    TarArchiveOutputStream tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
    for (FileEntry entry : files.entries()) {
      write(tar, entry, time);
    }
    tar.finish();
    tar.flush();
  }

  private static void write(TarArchiveOutputStream tar, FileEntry entry, Instant time)
      throws IOException {
    String name = entry.path().relative();
    if (entry instanceof FileEntry.Directory directory) {
      put(tar, new TarArchiveEntry(name + "/"), directory.mode(), directory.owner(), time);
    } else if (entry instanceof FileEntry.SymbolicLink link) {
      TarArchiveEntry header = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
      header.setLinkName(link.target());
      put(tar, header, 0777, Owner.ROOT, time);
    } else if (entry instanceof FileEntry.RegularFile file) {
      TarArchiveEntry header = new TarArchiveEntry(name);
      header.setSize(file.content().size());
      put(tar, header, file.mode(), Owner.ROOT, time);
      try (InputStream in = file.content().open()) {
        in.transferTo(tar);
      }
    }
    tar.closeArchiveEntry();
  }

  private static void put(
      TarArchiveOutputStream tar, TarArchiveEntry header, int mode, Owner owner, Instant time)
      throws IOException {
    header.setMode(mode);
    header.setIds(owner.uid(), owner.gid());
    header.setNames("", "");
    header.setModTime(FileTime.from(time));
    tar.putArchiveEntry(header);
  }
}
