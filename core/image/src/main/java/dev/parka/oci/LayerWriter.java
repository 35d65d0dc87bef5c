package dev.parka.oci;

import dev.parka.runtime.cache.CacheKey;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.Owner;
import dev.parka.spec.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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
  private final Map<Layer.Kind, FutureTask<Optional<LayerCache.Stored>>> searches =
      new EnumMap<>(Layer.Kind.class);

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

  /** Looks on another thread for a layer that was made before; {@link #write} asks for it then. */
  void lookFor(Layer.Kind kind, LayerContent content) {
    FutureTask<Optional<LayerCache.Stored>> search = new FutureTask<>(() -> known(content));
    searches.put(kind, search);
    Thread thread = new Thread(search, "parka-layer");
    thread.setDaemon(true);
    thread.start();
  }

  /** Waits until nobody looks for anything any more. */
  void await() {
    for (FutureTask<Optional<LayerCache.Stored>> search : searches.values()) {
      try {
        search.get();
      } catch (ExecutionException | InterruptedException e) {
        // Nobody asks for it.
      }
    }
  }

  private LayerCache.Stored stored(Layer.Kind kind, LayerContent content) throws IOException {
    FutureTask<Optional<LayerCache.Stored>> search = searches.remove(kind);
    Optional<LayerCache.Stored> known = search == null ? known(content) : found(search);
    if (known.isPresent()) {
      return known.get();
    }
    LayerCache.Stored made = store(kind, content);
    if (cache.isPresent()) {
      Optional<CacheKey> key = cache.get().key(content, format);
      key.ifPresent(it -> cache.get().keep(it, made, blobs));
    }
    return made;
  }

  private Optional<LayerCache.Stored> known(LayerContent content) throws IOException {
    Optional<CacheKey> key =
        cache.isPresent() ? cache.get().key(content, format) : Optional.empty();
    return cache.isPresent() && key.isPresent()
        ? cache.get().find(key.get(), blobs)
        : Optional.empty();
  }

  private static Optional<LayerCache.Stored> found(FutureTask<Optional<LayerCache.Stored>> search)
      throws IOException {
    try {
      return search.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a layer was looked for");
    }
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
