package dev.parka.image;

import dev.parka.oci.Descriptor;
import dev.parka.oci.ImageLayoutExport;
import dev.parka.oci.IndexLayout;
import dev.parka.oci.OciImage;
import dev.parka.registry.ImagePush;
import dev.parka.registry.PushedImage;
import dev.parka.registry.RegistryOptions;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Images of one name, each for another platform, under one image index: who pulls the name gets the
 * one for their machine. The index lies in a temporary directory until it is closed, and has copies
 * of what is in the images.
 */
public final class ImageIndex implements AutoCloseable {

  private final Descriptor descriptor;
  private final List<BuiltImage> images;
  private final Path layout;
  private final Workshop workshop;
  private boolean ownsImages;

  private ImageIndex(
      Descriptor descriptor, List<BuiltImage> images, Path layout, Workshop workshop) {
    this.descriptor = descriptor;
    this.images = List.copyOf(images);
    this.layout = layout;
    this.workshop = workshop;
  }

  /**
   * Puts images under an index.
   *
   * @param images at least one, no two for one platform; the first one gives the name; whoever
   *     built them closes them
   * @throws IllegalArgumentException if there are none, or two for one platform
   * @throws ParkaException [CannotWrite] if there is no room for it
   */
  public static ImageIndex of(List<BuiltImage> images) {
    if (images.isEmpty()) {
      throw new IllegalArgumentException("no images for an index");
    }
    List<OciImage> all = images.stream().map(BuiltImage::image).toList();
    Workshop workshop = null;
    boolean isDone = false;
    try {
      workshop = Workshop.open();
      Path layout = workshop.directory("index");
      Descriptor descriptor = IndexLayout.write(all, layout, annotations(images));
      isDone = true;
      return new ImageIndex(descriptor, images, layout, workshop);
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

  /** The same, and closes the images when it is closed itself. */
  static ImageIndex owning(List<BuiltImage> images) {
    ImageIndex index = of(images);
    index.ownsImages = true;
    return index;
  }

  /** What all of them say of themselves. */
  private static SortedMap<String, String> annotations(List<BuiltImage> images) {
    SortedMap<String, String> common = new TreeMap<>(images.get(0).image().annotations());
    for (BuiltImage image : images) {
      common.entrySet().retainAll(image.image().annotations().entrySet());
    }
    return common;
  }

  /** The same with images one by one. */
  public static ImageIndex of(BuiltImage... images) {
    return of(List.of(images));
  }

  /** The digest of the index: the same for the same images, on every machine. */
  public Digest digest() {
    return descriptor.digest();
  }

  /** The images, in the order in which they were given. */
  public List<BuiltImage> images() {
    return images;
  }

  /**
   * Pushes it, with all images, to a repository and tag of a registry, with the user's credentials.
   *
   * @throws ParkaException as {@link ImagePush#push} does
   */
  public PushedImage push(ImageReference target) {
    return push(target, RegistryOptions.ofThisUser());
  }

  /** The same with other options. */
  public PushedImage push(ImageReference target, RegistryOptions options) {
    return Pushing.of(images).push(layout, target, options);
  }

  /**
   * Saves it, with all images, as an OCI image layout in a tar; a file that is there is replaced.
   *
   * @throws ParkaException [CannotWrite]; nothing half-written stays
   */
  public ImageIndex toOciTar(Path file) {
    ImageLayoutExport.toTar(layout, images.get(0).context().inputs().format().time(), file);
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

  /** Removes the temporary directory, and those of images that were built for it alone. */
  @Override
  public void close() {
    workshop.close();
    if (ownsImages) {
      images.forEach(BuiltImage::close);
    }
  }
}
