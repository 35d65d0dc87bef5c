package dev.parka.oci;

import dev.parka.runtime.cache.CacheKey;
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
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Writes a {@link FileTree} as a layer. Everything that could differ from machine to machine is set
 * here: the order is the tree's, every time is the one given, owners are numbers without names, and
 * the compressor is one that writes the same bytes everywhere.
 */
final class LayerWriter {

  private final BlobStore blobs;
  private final LayerFormat format;
  private final Optional<LayerCache> cache;
  private final LayerProgress progress;

  /**
   * A writer of layers.
   *
   * @param blobs where layers are stored
   * @param format the modification time of every entry, and how layers are compressed
   * @param cache where those lie that were made before
   * @param progress who is told how much was read
   */
  LayerWriter(
      BlobStore blobs, LayerFormat format, Optional<LayerCache> cache, LayerProgress progress) {
    this.blobs = blobs;
    this.format = format;
    this.cache = cache;
    this.progress = progress;
  }

  /** A writer that writes every layer itself. */
  LayerWriter(BlobStore blobs, LayerFormat format) {
    this(blobs, format, Optional.empty(), LayerProgress.SILENT);
  }

  Layer write(Layer.Kind kind, LayerContent content) throws IOException {
    LayerCache.Stored stored = stored(kind, content);
    return new Layer(
        kind,
        stored.descriptor(),
        stored.diffId(),
        stored.unpackedSize(),
        kind + ": " + content.summary());
  }

  private LayerCache.Stored stored(Layer.Kind kind, LayerContent content) throws IOException {
    Optional<CacheKey> key =
        cache.isPresent() ? cache.get().key(content, format) : Optional.empty();
    if (cache.isEmpty() || key.isEmpty()) {
      return store(kind, content);
    }
    Optional<LayerCache.Stored> known = cache.get().find(key.get(), blobs);
    if (known.isPresent()) {
      return known.get();
    }
    LayerCache.Stored made = store(kind, content);
    cache.get().keep(key.get(), made, blobs);
    return made;
  }

  private LayerCache.Stored store(Layer.Kind kind, LayerContent content) throws IOException {
    FileTree files = content.files();
    long total = files.contentSize();
    int processors = Runtime.getRuntime().availableProcessors();
    Digest[] diffId = new Digest[1];
    Descriptor descriptor =
        blobs.store(
            format.compression().algorithm().mediaType(),
            blob -> {
              try (OutputStream compressed =
                  LayerCompressor.open(format.compression(), blob, processors)) {
                DigestingOutputStream tar =
                    new DigestingOutputStream(
                        new WatchedOutputStream(
                            compressed, done -> progress.on(kind, Math.min(done, total), total)));
                writeTar(files, format.time(), tar);
                // A tar stream keeps a flush to itself.
                tar.flush();
                diffId[0] = tar.digest();
              }
            });
    return new LayerCache.Stored(descriptor, diffId[0], total);
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
