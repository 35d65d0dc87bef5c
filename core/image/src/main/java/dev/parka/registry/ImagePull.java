package dev.parka.registry;

import dev.parka.oci.ArchiveDescriptor;
import dev.parka.oci.ArchiveManifest;
import dev.parka.oci.ArchiveMediaType;
import dev.parka.oci.PulledLayout;
import dev.parka.oci.RemoteDocument;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.cache.UserCache;
import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Brings an image of a registry to the disk. A tag is asked for once, and what it meant then is
 * what is pulled: all else goes by digest. Blobs are kept in the user's cache; what is pinned by
 * digest and kept there needs no registry.
 */
public final class ImagePull {

  private static final int MOST_INDEXES = 4;
  private static final int MOST_LAYERS = 200;

  /** Larger than any JDK with its distribution; a registry may not fill the disk. */
  private static final long MOST_BYTES = 8L << 30;

  private final RegistryOptions options;
  private final Optional<UserCache> cache;
  private final boolean offline;

  private ImagePull(RegistryOptions options, Optional<UserCache> cache, boolean offline) {
    this.options = options;
    this.cache = cache;
    this.offline = offline;
  }

  /** Pulls that speak to registries so, and keep blobs in the user's cache. */
  public static ImagePull with(RegistryOptions options) {
    return new ImagePull(options, UserCache.ofThisUser(), false);
  }

  ImagePull in(Optional<UserCache> newCache) {
    return new ImagePull(options, newCache, offline);
  }

  /** Asks no registry for anything ({@code true}): only what the cache has can be had. */
  public ImagePull offline(boolean wanted) {
    return new ImagePull(options, cache, wanted);
  }

  /**
   * What a reference means now: its own digest, or that of its tag.
   *
   * @throws ParkaException as {@link #pull} does
   */
  public Digest resolve(ImageReference reference) {
    if (reference.digest().isPresent()) {
      return reference.digest().get();
    }
    return new RemoteDocuments(reference, options, cache, offline).byTag().digest();
  }

  /**
   * Pulls the image of a platform.
   *
   * @param directory exists and is empty; the layout's root
   * @throws ParkaException [RegistryUnreachable], [RegistryRefused], [NotInRegistry],
   *     [BadRegistryAnswer], [DamagedDownload], [InsecureRegistry], [NoCredentials] or
   *     [NotInCache]; [BadDocument] for an index or manifest that is none
   * @throws IOException if the directory cannot be written
   */
  public PulledImage pull(ImageReference reference, Platform platform, Path directory)
      throws IOException {
    RemoteDocuments documents = new RemoteDocuments(reference, options, cache, offline);
    PulledLayout layout = PulledLayout.in(directory);
    RemoteDocuments.Found found =
        reference.digest().isPresent()
            ? documents.byDigest(reference.digest().get())
            : documents.byTag();
    Digest pin = found.digest();
    for (int depth = 0; found.document() instanceof RemoteDocument.Index index; depth++) {
      if (depth == MOST_INDEXES) {
        throw Wire.bad(reference + " leads through more than " + MOST_INDEXES + " indexes");
      }
      found = documents.byDigest(choose(reference, index, platform).digest());
    }
    ArchiveManifest manifest = ((RemoteDocument.Image) found.document()).manifest();
    check(reference, manifest);
    found.write(layout.blob(found.digest()));
    List<ArchiveDescriptor> blobs = new ArrayList<>(List.of(manifest.config()));
    blobs.addAll(manifest.layers());
    for (ArchiveDescriptor blob : blobs) {
      documents.blob(blob, layout.blob(blob.digest()));
    }
    layout.finish(
        new ArchiveDescriptor(
            found.document().mediaType(), found.digest(), found.content().size(), Optional.empty()),
        reference,
        platform);
    return new PulledImage(reference, pin, found.digest(), directory);
  }

  private static ArchiveDescriptor choose(
      ImageReference reference, RemoteDocument.Index index, Platform platform) {
    List<ArchiveDescriptor> known =
        index.images().stream()
            .filter(
                image ->
                    ArchiveMediaType.isManifest(image.mediaType())
                        || ArchiveMediaType.isIndex(image.mediaType()))
            .toList();
    for (ArchiveDescriptor image : known) {
      if (image.platform().equals(Optional.of(platform.toString()))) {
        return image;
      }
    }
    for (ArchiveDescriptor image : known) {
      if (ArchiveMediaType.isIndex(image.mediaType()) && image.platform().isEmpty()) {
        return image;
      }
    }
    List<String> others =
        known.stream().flatMap(image -> image.platform().stream()).distinct().sorted().toList();
    throw new ParkaException(
        RegistryProblem.NOT_IN_REGISTRY,
        reference
            + " is not made for "
            + platform
            + (others.isEmpty() ? "" : ", but for " + Printable.of(String.join(", ", others))),
        "name an image that is, or build for one of its platforms");
  }

  private static void check(ImageReference reference, ArchiveManifest manifest) {
    long bytes = 0;
    if (!ArchiveMediaType.isConfig(manifest.config().mediaType())) {
      throw type(reference, manifest.config());
    }
    for (ArchiveDescriptor layer : manifest.layers()) {
      if (!ArchiveMediaType.isLayer(layer.mediaType())) {
        throw type(reference, layer);
      }
      bytes += Math.min(Math.max(0, layer.size()), MOST_BYTES);
    }
    boolean isHonest =
        manifest.config().size() <= AnswerBody.MOST_BYTES
            && manifest.layers().size() <= MOST_LAYERS
            && bytes < MOST_BYTES
            && manifest.layers().stream().allMatch(layer -> layer.size() >= 0);
    if (!isHonest) {
      throw Wire.bad(
          reference + " has more than " + MOST_LAYERS + " layers, or larger ones than are fetched");
    }
  }

  private static ParkaException type(ImageReference reference, ArchiveDescriptor blob) {
    return Wire.bad(
        reference
            + " has a blob of the media type "
            + Printable.of(blob.mediaType())
            + ", which is no part of a container image");
  }
}
