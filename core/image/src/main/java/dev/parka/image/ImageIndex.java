package dev.parka.image;

import dev.parka.oci.Descriptor;
import dev.parka.oci.ImageLayoutExport;
import dev.parka.oci.IndexLayout;
import dev.parka.oci.OciImage;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.spec.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * Images of one name, each for another platform, under one image index: who pulls the name gets the
 * one for their machine. The index lies in a temporary directory until it is closed, and needs the
 * images no longer.
 */
public final class ImageIndex implements AutoCloseable {

  private final Descriptor descriptor;
  private final Path layout;
  private final Instant time;
  private final Workshop workshop;

  private ImageIndex(Descriptor descriptor, Path layout, Instant time, Workshop workshop) {
    this.descriptor = descriptor;
    this.layout = layout;
    this.time = time;
    this.workshop = workshop;
  }

  /**
   * Puts images under an index.
   *
   * @param images at least one, no two for one platform; the first one gives the name
   * @throws IllegalArgumentException if there are none, or two for one platform
   * @throws ParkaException [CannotWrite] if there is no room for it
   */
  public static ImageIndex of(List<BuiltImage> images) {
    if (images.isEmpty()) {
      throw new IllegalArgumentException("no images for an index");
    }
    List<OciImage> all = images.stream().map(BuiltImage::image).toList();
    Instant time = images.get(0).context().inputs().format().time();
    Workshop workshop = null;
    boolean isDone = false;
    try {
      workshop = Workshop.open();
      Path layout = workshop.directory("index");
      TreeMap<String, String> annotations = new TreeMap<>();
      annotations.put("org.opencontainers.image.created", time.toString());
      annotations.put("org.opencontainers.image.title", all.get(0).reference().shortName());
      Descriptor descriptor = IndexLayout.write(all, layout, annotations);
      isDone = true;
      return new ImageIndex(descriptor, layout, time, workshop);
    } catch (IOException e) {
      throw new ParkaException(
          RuntimeProblem.CANNOT_WRITE,
          "an index of " + all.size() + " images cannot be written: " + e,
          "set java.io.tmpdir to a directory with room",
          e);
    } finally {
      if (!isDone && workshop != null) {
        workshop.close();
      }
    }
  }

  /** The same with images one by one. */
  public static ImageIndex of(BuiltImage... images) {
    return of(List.of(images));
  }

  /** The digest of the index: the same for the same images, on every machine. */
  public Digest digest() {
    return descriptor.digest();
  }

  /**
   * Saves it, with all images, as an OCI image layout in a tar; a file that is there is replaced.
   *
   * @throws ParkaException [CannotWrite]; nothing half-written stays
   */
  public ImageIndex toOciTar(Path file) {
    ImageLayoutExport.toTar(layout, time, file);
    return this;
  }

  /**
   * Saves it, with all images, as an OCI image layout in a directory, which must be absent, empty
   * or such a layout.
   *
   * @throws ParkaException [CannotWrite]; nothing half-written stays
   */
  public ImageIndex toOciLayout(Path directory) {
    ImageLayoutExport.toDirectory(layout, directory);
    return this;
  }

  /** Removes the temporary directory. */
  @Override
  public void close() {
    workshop.close();
  }
}
