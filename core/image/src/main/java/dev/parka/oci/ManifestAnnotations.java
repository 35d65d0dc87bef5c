package dev.parka.oci;

import dev.parka.plan.ImageConfig;
import dev.parka.spec.ImageLabel;
import dev.parka.spec.ImageReference;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a manifest says of its image in the words of the OCI image specification ("Pre-Defined
 * Annotation Keys"): its time, title and version, and whatever labels speak in these words.
 */
final class ManifestAnnotations {

  private static final String PREFIX = "org.opencontainers.image.";

  private ManifestAnnotations() {}

  static SortedMap<String, String> of(
      ImageReference reference, ImageConfig config, Instant created) {
    SortedMap<String, String> annotations = new TreeMap<>();
    annotations.put(PREFIX + "created", created.toString());
    annotations.put(PREFIX + "title", reference.shortName());
    reference
        .tag()
        .filter(tag -> !tag.equals("latest"))
        .ifPresent(tag -> annotations.put(PREFIX + "version", tag));
    for (ImageLabel label : config.labels()) {
      if (label.key().startsWith(PREFIX)) {
        annotations.put(label.key(), label.value());
      }
    }
    return annotations;
  }
}
