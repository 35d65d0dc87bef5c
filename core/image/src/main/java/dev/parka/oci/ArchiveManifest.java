package dev.parka.oci;

import java.util.List;
import java.util.Optional;

/**
 * An image manifest.
 *
 * @param mediaType what it says of itself, if it does
 * @param config the image's configuration
 * @param layers the layers, the lowest first
 */
public record ArchiveManifest(
    Optional<String> mediaType, ArchiveDescriptor config, List<ArchiveDescriptor> layers) {

  /** Copies the list. */
  public ArchiveManifest {
    layers = List.copyOf(layers);
  }

  static ArchiveManifest parse(ArchiveJson json) {
    return new ArchiveManifest(
        json.optionalText("mediaType"),
        ArchiveDescriptor.parse(json.object("config")),
        json.objects("layers").stream().map(ArchiveDescriptor::parse).toList());
  }
}
