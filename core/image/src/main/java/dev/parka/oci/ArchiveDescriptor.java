package dev.parka.oci;

import dev.parka.spec.Digest;
import java.util.Optional;

/**
 * A reference to a blob, as an index or a manifest holds it.
 *
 * @param mediaType what the blob is said to be
 * @param digest the digest that its bytes are said to have
 * @param size how many bytes it is said to have
 * @param platform where the image runs, such as {@code linux/amd64}, if the descriptor says so
 */
public record ArchiveDescriptor(
    String mediaType, Digest digest, long size, Optional<String> platform) {

  static ArchiveDescriptor parse(ArchiveJson json) {
    Optional<ArchiveJson> platform = json.optional("platform");
    return new ArchiveDescriptor(
        json.text("mediaType"),
        json.digest("digest"),
        json.number("size"),
        platform.map(p -> p.text("os") + "/" + p.text("architecture")));
  }

  /** Where the layout keeps the blob. */
  public String blobName() {
    return blobName(digest);
  }

  /** Where a layout keeps the blob of a digest. */
  public static String blobName(Digest digest) {
    return "blobs/sha256/" + digest.hex();
  }
}
