package dev.parka.oci;

import dev.parka.plan.ImageConfig;
import dev.parka.spec.ImageLabel;
import dev.parka.spec.ImageReference;
import java.time.Instant;
import java.util.Optional;
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
    return of(reference, config, created, Optional.empty());
  }

  static SortedMap<String, String> of(
      ImageReference reference,
      ImageConfig config,
      Instant created,
      Optional<BaseLayers.Origin> base) {
    SortedMap<String, String> annotations = new TreeMap<>();
    annotations.put(PREFIX + "created", created.toString());
    annotations.put(PREFIX + "title", reference.shortName());
    reference
        .tag()
        .filter(tag -> !tag.equals("latest"))
        .ifPresent(tag -> annotations.put(PREFIX + "version", tag));
    base.ifPresent(
        origin -> {
          ImageReference name =
              new ImageReference(
                  origin.reference().repository(), origin.reference().tag(), Optional.empty());
          annotations.put(PREFIX + "base.name", QualifiedName.of(name));
          annotations.put(PREFIX + "base.digest", origin.digest().toString());
        });
    for (ImageLabel label : config.labels()) {
      if (label.key().startsWith(PREFIX)) {
        annotations.put(label.key(), label.value());
      }
    }
    return annotations;
  }
}
