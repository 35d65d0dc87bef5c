package dev.parka.oci;

import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import dev.parka.spec.Platform;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * An image in an OCI image layout on this machine.
 *
 * @param layout the layout's root directory
 * @param reference the image's name and tag
 * @param platform where it runs
 * @param annotations what its manifest says of it
 * @param manifest its manifest, whose digest is the image's
 * @param config its configuration, whose digest engines call the image's ID
 * @param layers its layers, from the ground up
 */
public record OciImage(
    Path layout,
    ImageReference reference,
    Platform platform,
    SortedMap<String, String> annotations,
    Descriptor manifest,
    Descriptor config,
    List<Layer> layers) {

  /** Copies the collections. */
  public OciImage {
    annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    layers = List.copyOf(layers);
  }

  /** The digest of the manifest. */
  public Digest digest() {
    return manifest.digest();
  }

  /** Bytes of all layers as stored. */
  public long storedSize() {
    long size = 0;
    for (Layer layer : layers) {
      size += layer.descriptor().size();
    }
    return size;
  }

  /** Bytes of all files in all layers. */
  public long unpackedSize() {
    long size = 0;
    for (Layer layer : layers) {
      size += layer.unpackedSize();
    }
    return size;
  }
}
