package dev.parka.registry;

import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import java.util.Optional;

/**
 * An image that is in a registry.
 *
 * @param reference where: repository and tag
 * @param digest of its manifest
 * @param blobs how its configuration and layers got there
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

    Blobs plus(BlobUpload.Outcome outcome, long size) {
      return switch (outcome) {
        case SENT -> new Blobs(sent + 1, mounted, present, bytes + size);
        case MOUNTED -> new Blobs(sent, mounted + 1, present, bytes);
        case PRESENT -> new Blobs(sent, mounted, present + 1, bytes);
      };
    }
  }

  /** The reference that names exactly this image. */
  public ImageReference pinned() {
    return new ImageReference(reference.repository(), reference.tag(), Optional.of(digest));
  }
}
