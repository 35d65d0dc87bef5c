package dev.parka.verify;

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
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Whether blobs are what their descriptors say, and whether all are used. */
final class BlobChecks {

  private static final int BUFFER = 1 << 16;

  private BlobChecks() {}

  /** Recomputes the digest and size of a blob; false if there is none. */
  static boolean check(ImageArchive archive, ArchiveDescriptor blob, Findings findings)
      throws IOException {
    Optional<Content> content = archive.blob(blob.digest());
    if (content.isEmpty()) {
      missing(blob, findings);
      return false;
    }
    MessageDigest sha256 = Sha256.begin();
    long size = 0;
    try (InputStream in = content.get().open()) {
      byte[] buffer = new byte[BUFFER];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        sha256.update(buffer, 0, n);
        size += n;
      }
    }
    compare(blob, Digest.of(sha256.digest()), size, findings);
    return true;
  }

  static void missing(ArchiveDescriptor blob, Findings findings) {
    findings.add(ArchiveProblem.MISSING_BLOB, blob.blobName(), blob.size() + " bytes", "no file");
  }

  static void compare(ArchiveDescriptor blob, Digest digest, long size, Findings findings) {
    String name = blob.blobName();
    findings.ran(Check.DIGESTS);
    findings.same(VerifyProblem.WRONG_DIGEST, name, blob.digest(), digest);
    findings.ran(Check.SIZES);
    findings.same(VerifyProblem.WRONG_SIZE, name, blob.size() + " bytes", size + " bytes");
  }

  /** Whether anything refers to each file among the blobs. */
  static void orphans(ImageArchive archive, List<ArchiveDescriptor> images, Findings findings)
      throws IOException {
    SortedSet<String> orphans = archive.blobNames();
    try {
      archive.indexes().forEach(i -> orphans.remove(ArchiveDescriptor.blobName(i)));
      for (ArchiveDescriptor image : images) {
        orphans.remove(image.blobName());
        ArchiveManifest manifest = archive.manifest(image);
        orphans.remove(manifest.config().blobName());
        manifest.layers().forEach(layer -> orphans.remove(layer.blobName()));
      }
    } catch (ParkaException e) {
      // What an unreadable manifest refers to is unknown; that it is unreadable is told elsewhere.
      return;
    }
    orphans.forEach(
        name ->
            findings.add(VerifyProblem.ORPHAN_BLOB, name, "a manifest that refers to it", "none"));
    findings.ran(Check.ORPHANS);
  }
}
