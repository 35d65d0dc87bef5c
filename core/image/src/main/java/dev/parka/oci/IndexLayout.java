package dev.parka.oci;

import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Puts images of one name, each for another platform, under one image index. */
public final class IndexLayout {

  private static final Comparator<Platform> BY_NAME = Comparator.comparing(Platform::toString);

  private IndexLayout() {}

  /**
   * Writes a layout of all of them.
   *
   * @param images at least one, no two for one platform
   * @param layout an empty directory
   * @param annotations what the index says of the image
   * @return what points to the index
   * @throws IllegalArgumentException if two are for one platform
   */
  public static Descriptor write(
      Collection<OciImage> images, Path layout, SortedMap<String, String> annotations)
      throws IOException {
    SortedMap<Platform, Descriptor> manifests = new TreeMap<>(BY_NAME);
    List<OciImage> all = new ArrayList<>(images);
    BlobStore blobs = new BlobStore(layout);
    for (OciImage image : all) {
      if (manifests.put(image.platform(), image.manifest()) != null) {
        throw new IllegalArgumentException("two images for " + image.platform());
      }
      copyBlobs(image, blobs);
    }
    byte[] index = ImageDocuments.index(manifests, annotations);
    Descriptor descriptor = blobs.store(MediaTypes.INDEX, out -> out.write(index));
    Files.write(
        layout.resolve("index.json"), ImageDocuments.index(descriptor, all.get(0).reference()));
    Files.write(layout.resolve("oci-layout"), ImageDocuments.layout());
    return descriptor;
  }

  private static void copyBlobs(OciImage image, BlobStore blobs) throws IOException {
    Path from = image.layout().resolve("blobs/sha256");
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path to = blobs.layout().resolve("blobs/sha256").resolve(file.getFileName());
        Files.createDirectories(to.getParent());
        if (!Files.exists(to)) {
          Files.copy(file, to);
        }
      }
    }
  }
}
