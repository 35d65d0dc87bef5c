package dev.parka.oci;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.tree.Content;
import dev.parka.spec.Digest;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * An image in an OCI image layout, in a directory or in a tar file. Documents are capped and typed;
 * whether digests and sizes are true is for {@code dev.parka.verify} to say.
 */
public final class ImageArchive implements AutoCloseable {

  private static final String LAYOUT_FILE = "oci-layout";
  private static final String INDEX_FILE = "index.json";
  private static final String LAYOUT_VERSION = "1.0.0";
  private static final int MAX_INDEX_DEPTH = 4;
  private static final int MAX_IMAGES = 1000;

  private final Path path;
  private final ArchiveStore store;

  private ImageArchive(Path path, ArchiveStore store) {
    this.path = path;
    this.store = store;
  }

  /**
   * Opens an image layout.
   *
   * @throws ParkaException [NotAnImage] if there is none at the path, [BadArchive] for a damaged or
   *     hostile tar file, [BadDocument] for a damaged {@code oci-layout}
   */
  public static ImageArchive open(Path path) throws IOException {
    ImageArchive archive = new ImageArchive(path, store(path));
    boolean isGood = false;
    try {
      archive.checkLayout();
      isGood = true;
    } finally {
      if (!isGood) {
        archive.close();
      }
    }
    return archive;
  }

  private static ArchiveStore store(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return new ArchiveDirectory(path);
    }
    if (!Files.isRegularFile(path)) {
      throw notAnImage(path, "is neither a directory nor a file");
    }
    return ArchiveTar.open(path);
  }

  private void checkLayout() throws IOException {
    Content layout =
        store.file(LAYOUT_FILE).orElseThrow(() -> notAnImage(path, "has no file " + LAYOUT_FILE));
    String version = ArchiveJson.read(LAYOUT_FILE, layout).text("imageLayoutVersion");
    if (!version.equals(LAYOUT_VERSION)) {
      throw notAnImage(path, "has the layout version '" + Printable.of(version) + "'");
    }
  }

  /**
   * Every image manifest, in order; indexes within indexes are followed.
   *
   * @throws ParkaException [BadDocument] or [MissingBlob] if an index cannot be read
   */
  public List<ArchiveDescriptor> images() throws IOException {
    return documents().stream().filter(found -> !isIndex(found)).toList();
  }

  /**
   * The indexes within the index.
   *
   * @throws ParkaException as {@link #images} does
   */
  public Set<Digest> indexes() throws IOException {
    return documents().stream()
        .filter(ImageArchive::isIndex)
        .map(ArchiveDescriptor::digest)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * Every manifest and every index within the index, each before what points to it.
   *
   * @throws ParkaException as {@link #images} does
   */
  public List<ArchiveDescriptor> documents() throws IOException {
    List<ArchiveDescriptor> documents = new ArrayList<>();
    collect(index(), documents, new HashSet<>(), 1);
    return documents;
  }

  /** How many things the layout itself is said to hold, an index of several images being one. */
  public int size() throws IOException {
    return index().objects("manifests").size();
  }

  private static boolean isIndex(ArchiveDescriptor found) {
    return ArchiveMediaType.isIndex(found.mediaType());
  }

  private ArchiveJson index() throws IOException {
    Content index =
        store.file(INDEX_FILE).orElseThrow(() -> notAnImage(path, "has no file " + INDEX_FILE));
    return ArchiveJson.read(INDEX_FILE, index);
  }

  private void collect(
      ArchiveJson index, List<ArchiveDescriptor> documents, Set<Digest> seen, int depth)
      throws IOException {
    for (ArchiveJson json : index.objects("manifests")) {
      ArchiveDescriptor descriptor = ArchiveDescriptor.parse(json);
      if (isIndex(descriptor)) {
        if (depth == MAX_INDEX_DEPTH || !seen.add(descriptor.digest())) {
          throw bad(index.document(), "leads through too many indexes, or to one of them twice");
        }
        collect(document(descriptor), documents, seen, depth + 1);
      }
      documents.add(descriptor);
      if (documents.size() > MAX_IMAGES) {
        throw bad(index.document(), "has more than " + MAX_IMAGES + " manifests");
      }
    }
  }

  /**
   * The image for a platform; the first one of the layout if no platform is asked for.
   *
   * @throws ParkaException [NoSuchPlatform] if there is none, or as {@link #images} does
   */
  public ArchiveDescriptor image(Optional<Platform> platform) throws IOException {
    List<ArchiveDescriptor> images =
        images().stream()
            .filter(i -> !i.platform().equals(Optional.of("unknown/unknown")))
            .toList();
    for (ArchiveDescriptor image : images) {
      if (platform.isEmpty() || platformOf(image).equals(platform.get().toString())) {
        return image;
      }
    }
    List<String> found = new ArrayList<>();
    for (ArchiveDescriptor image : images) {
      found.add(Printable.of(platformOf(image)));
    }
    throw new ParkaException(
        ArchiveProblem.NO_SUCH_PLATFORM,
        path
            + " holds no image"
            + platform.map(p -> " for " + p).orElse("")
            + (found.isEmpty() ? "" : ", but for " + String.join(", ", found)),
        "build it for that platform");
  }

  private String platformOf(ArchiveDescriptor image) throws IOException {
    if (image.platform().isPresent()) {
      return image.platform().get();
    }
    ArchiveConfig config = config(manifest(image));
    return config.os().orElse("unknown") + "/" + config.architecture().orElse("unknown");
  }

  /**
   * Reads a manifest.
   *
   * @throws ParkaException [MissingBlob] or [BadDocument]
   */
  public ArchiveManifest manifest(ArchiveDescriptor image) throws IOException {
    return ArchiveManifest.parse(document(image));
  }

  /**
   * Reads a configuration.
   *
   * @throws ParkaException [MissingBlob] or [BadDocument]
   */
  public ArchiveConfig config(ArchiveManifest manifest) throws IOException {
    return ArchiveConfig.parse(document(manifest.config()));
  }

  /**
   * Every value of a manifest or a configuration by its path, such as {@code config.User}; each
   * variable by its name, other lists as JSON.
   *
   * @throws ParkaException [MissingBlob] or [BadDocument]
   */
  public SortedMap<String, String> settings(ArchiveDescriptor document) throws IOException {
    return ArchiveSettings.of(document(document).node());
  }

  private ArchiveJson document(ArchiveDescriptor descriptor) throws IOException {
    return ArchiveJson.read(descriptor.blobName(), blobOf(descriptor));
  }

  /** The file {@code index.json}; empty if the layout lacks it. */
  public Optional<Content> indexFile() {
    return store.file(INDEX_FILE);
  }

  /** A blob; empty if the layout lacks it. */
  public Optional<Content> blob(Digest digest) {
    return store.file(ArchiveDescriptor.blobName(digest));
  }

  /**
   * The blob that a descriptor names.
   *
   * @throws ParkaException [MissingBlob] if the layout lacks it
   */
  public Content blobOf(ArchiveDescriptor descriptor) {
    return blob(descriptor.digest())
        .orElseThrow(
            () ->
                new ParkaException(
                    ArchiveProblem.MISSING_BLOB,
                    path + " has no " + descriptor.blobName(),
                    "build or copy the image again"));
  }

  /** The names of all files below {@code blobs/}, such as {@code blobs/sha256/9f86…}. */
  public SortedSet<String> blobNames() throws IOException {
    return store.blobNames();
  }

  @Override
  public void close() throws IOException {
    store.close();
  }

  private static ParkaException notAnImage(Path path, String fact) {
    return new ParkaException(
        ArchiveProblem.NOT_AN_IMAGE,
        path + " " + fact,
        "give an OCI image layout, as a directory or as an uncompressed tar file");
  }

  private static ParkaException bad(String document, String fact) {
    return new ParkaException(
        ArchiveProblem.BAD_DOCUMENT, document + " " + fact, "build or copy the image again");
  }
}
