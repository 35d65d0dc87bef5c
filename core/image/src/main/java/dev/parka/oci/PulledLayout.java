package dev.parka.oci;

import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An image layout that is filled with blobs from elsewhere.
 *
 * @param directory the layout's root
 */
public record PulledLayout(Path directory) {

  /** Begins a layout in a directory that exists and is empty. */
  public static PulledLayout in(Path directory) throws IOException {
    Files.createDirectories(directory.resolve("blobs/sha256"));
    return new PulledLayout(directory);
  }

  /** Where a blob belongs. */
  public Path blob(Digest digest) {
    return directory.resolve(ArchiveDescriptor.blobName(digest));
  }

  /** Makes it the layout of one image, all of whose blobs are there. */
  public void finish(ArchiveDescriptor image, ImageReference reference, Platform platform)
      throws IOException {
    Descriptor manifest = new Descriptor(image.mediaType(), image.digest(), image.size());
    Files.write(
        directory.resolve("index.json"), ImageDocuments.index(manifest, platform, reference));
    Files.write(directory.resolve("oci-layout"), ImageDocuments.layout());
  }
}
