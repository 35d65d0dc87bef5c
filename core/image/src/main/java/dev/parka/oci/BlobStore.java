package dev.parka.oci;

import dev.parka.spec.Digest;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The {@code blobs/sha256} directory of an image layout that is being made.
 *
 * @param layout the layout's root
 */
record BlobStore(Path layout) {

  private static final int BUFFER = 1 << 16;

  /** Something that writes a blob's bytes. */
  @FunctionalInterface
  interface Writer {
    void write(OutputStream out) throws IOException;
  }

  /** Stores what the writer writes under its digest. */
  Descriptor store(String mediaType, Writer writer) throws IOException {
    Path directory = Files.createDirectories(layout.resolve("blobs/sha256"));
    Path unnamed = Files.createTempFile(layout, "blob", null);
    try {
      Descriptor descriptor;
      try (DigestingOutputStream out =
          new DigestingOutputStream(
              new BufferedOutputStream(Files.newOutputStream(unnamed), BUFFER))) {
        writer.write(out);
        descriptor = new Descriptor(mediaType, out.digest(), out.size());
      }
      Files.move(
          unnamed,
          directory.resolve(descriptor.digest().hex()),
          StandardCopyOption.REPLACE_EXISTING);
      return descriptor;
    } finally {
      Files.deleteIfExists(unnamed);
    }
  }

  /** Stores these bytes under their digest. */
  Descriptor store(String mediaType, byte[] bytes) throws IOException {
    Digest digest = Digest.parse("sha256:" + dev.parka.runtime.cache.Digest.of(bytes));
    Files.createDirectories(path(digest).getParent());
    Files.write(path(digest), bytes);
    return new Descriptor(mediaType, digest, bytes.length);
  }

  /** Where a blob lies. */
  Path path(Digest digest) {
    return layout.resolve("blobs/sha256").resolve(digest.hex());
  }
}
