package dev.parka.registry;

import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import java.util.Optional;

/**
 * An image that is in a registry, or an index of several.
 *
 * @param reference where: repository and tag
 * @param digest of its manifest, or of the index
 * @param blobs how its configurations and layers got there
 */
public record PushedImage(ImageReference reference, Digest digest, Blobs blobs) {

  /**
   * How blobs got to a registry.
   *
   * @param sent how many were sent
   * @param mounted how many another repository of the registry had
   * @param present how many were there
   * @param bytes how many bytes were sent
   */
  public record Blobs(int sent, int mounted, int present, long bytes) {

    static final Blobs NONE = new Blobs(0, 0, 0, 0);

    static Blobs one(BlobUpload.Outcome outcome, long size) {
      return switch (outcome) {
        case SENT -> new Blobs(1, 0, 0, size);
        case MOUNTED -> new Blobs(0, 1, 0, 0);
        case PRESENT -> new Blobs(0, 0, 1, 0);
      };
    }

    Blobs plus(Blobs other) {
      return new Blobs(
          sent + other.sent, mounted + other.mounted, present + other.present, bytes + other.bytes);
    }
  }

  /** The reference that names exactly this image. */
  public ImageReference pinned() {
    return new ImageReference(reference.repository(), reference.tag(), Optional.of(digest));
  }
}
