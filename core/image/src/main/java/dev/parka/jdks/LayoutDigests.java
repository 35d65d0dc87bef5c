package dev.parka.jdks;

import dev.parka.oci.ArchiveDescriptor;
import dev.parka.oci.ArchiveManifest;
import dev.parka.oci.ArchiveProblem;
import dev.parka.oci.ImageArchive;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.cache.Sha256;
import dev.parka.runtime.tree.Content;
import dev.parka.spec.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Hashes what an image is unpacked from: the cache knows it by the manifest's digest from then on.
 */
final class LayoutDigests {

  private LayoutDigests() {}

  /**
   * Passes silently if manifest and layers are what their digests say.
   *
   * @throws ParkaException [BadArchive] for the first that is not
   */
  static void require(ImageArchive archive, ArchiveDescriptor image, ArchiveManifest manifest)
      throws IOException {
    List<ArchiveDescriptor> all = new ArrayList<>(List.of(image));
    all.addAll(manifest.layers());
    for (ArchiveDescriptor one : all) {
      Digest actual = digest(archive.blobOf(one));
      if (!actual.equals(one.digest())) {
        throw new ParkaException(
            ArchiveProblem.BAD_ARCHIVE,
            one.blobName() + " has the digest " + actual,
            "build or copy the image again");
      }
    }
  }

  private static Digest digest(Content content) throws IOException {
    MessageDigest sha256 = Sha256.begin();
    try (InputStream in = new DigestInputStream(content.open(), sha256)) {
      in.transferTo(OutputStream.nullOutputStream());
    }
    return Digest.of(sha256.digest());
  }
}
