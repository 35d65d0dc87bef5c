package dev.parka.oci;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.cache.CacheKey;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.ImageReference;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A layer as an image of its own, so that a registry can keep it: one layer, and labels that say
 * what it is and what is known of it.
 */
public final class LayerParcel {

  private static final String PREFIX = "dev.parka.cache.";
  private static final String KEY_LABEL = PREFIX + "key";

  private final UserCache cache;
  private final Layer.Kind kind;
  private final LayerContent content;
  private final LayerFormat format;
  private final Optional<CacheKey> key;

  private LayerParcel(
      UserCache cache,
      Layer.Kind kind,
      LayerContent content,
      LayerFormat format,
      Optional<CacheKey> key) {
    this.cache = cache;
    this.kind = kind;
    this.content = content;
    this.format = format;
    this.key = key;
  }

  /**
   * A parcel of a layer.
   *
   * @param cache where the layer lies if it was made before, and goes when it comes
   * @param content which has an identity, and files only if they are sent
   * @throws IOException if Parka's own code cannot be read
   */
  public static LayerParcel of(
      UserCache cache, Layer.Kind kind, LayerContent content, LayerFormat format)
      throws IOException {
    return new LayerParcel(
        cache, kind, content, format, new LayerCache(cache).key(content, format));
  }

  /** A tag that stands for the layer on every machine; empty where it cannot be told. */
  public Optional<String> tag() {
    return key.map(it -> Digest.of(it.toString().getBytes(StandardCharsets.UTF_8)).toString());
  }

  /**
   * Writes it as the layout of an image.
   *
   * @param layout an empty directory
   * @param notes what else is known of it, by name
   */
  public void write(
      Path layout, ImageReference reference, Platform platform, SortedMap<String, byte[]> notes)
      throws IOException {
    BlobStore blobs = new BlobStore(layout);
    Layer layer =
        new LayerWriter(blobs, format, Optional.of(new LayerCache(cache)), LayerProgress.SILENT)
            .write(kind, content);
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put(KEY_LABEL, tag().orElseThrow());
    notes.forEach(
        (name, note) -> labels.put(PREFIX + name, Base64.getEncoder().encodeToString(note)));
    byte[] config = ImageDocuments.config(layer, platform, labels, format.time());
    Descriptor configBlob = blobs.store(MediaTypes.CONFIG, out -> out.write(config));
    byte[] manifest = ImageDocuments.manifest(configBlob, List.of(layer), titled(layer));
    Descriptor image = blobs.store(MediaTypes.MANIFEST, out -> out.write(manifest));
    Files.write(layout.resolve("index.json"), ImageDocuments.index(image, platform, reference));
    Files.write(layout.resolve("oci-layout"), ImageDocuments.layout());
  }

  private static SortedMap<String, String> titled(Layer layer) {
    return new TreeMap<>(Map.of("org.opencontainers.image.title", layer.history()));
  }

  /**
   * Unpacks one that came from elsewhere, if it is what it has to be, and keeps its layer in the
   * cache. Its digests are recomputed; that its files are the right ones, nobody can see from them.
   *
   * @param layout the layout of an image
   * @param root a directory to make for the files
   * @param within below which all of them lie
   * @return what else is known of it, by name
   * @throws ParkaException with what is wrong with it; nothing of it was kept
   * @throws IOException if the files cannot be written
   */
  public SortedMap<String, byte[]> unpack(Path layout, Path root, ImagePath within)
      throws IOException {
    try (ImageArchive archive = ImageArchive.open(layout)) {
      ArchiveManifest manifest = archive.manifest(archive.image(Optional.empty()));
      ArchiveConfig config = archive.config(manifest);
      require(
          Optional.ofNullable(config.container().labels().get(KEY_LABEL)).equals(tag()),
          "was made for another key");
      require(manifest.layers().size() == 1 && config.diffIds().size() == 1, "has not one layer");
      ArchiveDescriptor stored = manifest.layers().get(0);
      require(
          stored.mediaType().equals(format.compression().algorithm().mediaType()),
          "is compressed in another way");
      List<LayerReader.Contents> contents = new ArrayList<>();
      ArchiveTree tree =
          LayerUnpacker.unpackAsOwn(
              List.of(archive.blobOf(stored)), root, LayerReader.Limits.DEFAULT, contents::add);
      LayerReader.Contents read = contents.get(0);
      require(
          read.digest().equals(stored.digest())
              && read.storedSize() == stored.size()
              && read.diffId().equals(Optional.of(config.diffIds().get(0))),
          "has another layer than it says");
      for (ArchiveEntry entry : tree.entries()) {
        boolean leadsThere =
            isIn(entry.path(), within) && entry.kind() == ArchiveEntry.Kind.DIRECTORY;
        require(leadsThere || isIn(within, entry.path()), "has " + entry.path());
      }
      keep(stored, read, root, layout);
      return notes(config);
    }
  }

  private static boolean isIn(ImagePath directory, ImagePath path) {
    String below = directory.equals(ImagePath.ROOT) ? "/" : directory + "/";
    return path.equals(directory) || path.value().startsWith(below);
  }

  private void keep(ArchiveDescriptor stored, LayerReader.Contents read, Path root, Path layout)
      throws IOException {
    new LayerCache(cache)
        .keep(
            key.orElseThrow(),
            new LayerCache.Stored(
                new Descriptor(stored.mediaType(), stored.digest(), stored.size()),
                read.diffId().orElseThrow(),
                FileTree.read(root, ImagePath.ROOT).contentSize()),
            new BlobStore(layout));
  }

  private static SortedMap<String, byte[]> notes(ArchiveConfig config) {
    SortedMap<String, byte[]> notes = new TreeMap<>();
    config
        .container()
        .labels()
        .forEach(
            (name, value) -> {
              if (name.startsWith(PREFIX) && !name.equals(KEY_LABEL)) {
                notes.put(name.substring(PREFIX.length()), decode(value));
              }
            });
    return notes;
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw bad("has a label that is none");
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw bad(otherwise);
    }
  }

  private static ParkaException bad(String fact) {
    return new ParkaException(
        ArchiveProblem.BAD_DOCUMENT, "what came " + fact, "look at who fills the shared cache");
  }
}
