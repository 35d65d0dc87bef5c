package dev.parka.report;

import dev.parka.oci.Layer;
import dev.parka.report.Anatomy.WeighedLayer;
import dev.parka.report.Weight.Kind;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a layer is called, and in which shade it is shown: the more it is one's own, the deeper. */
final class LayerTone {

  private static final Set<String> KNOWN =
      Stream.of(Layer.Kind.values()).map(Layer.Kind::toString).collect(Collectors.toSet());

  private LayerTone() {}

  /** A class of the style sheet. */
  static String of(String layerName) {
    return KNOWN.contains(layerName)
        ? "t-" + layerName.toLowerCase(Locale.ROOT).replace(' ', '-')
        : "t-other";
  }

  /** What a layer holds, by the looks of it; whoever built the image knows better. */
  static String guess(WeighedLayer layer, boolean isFirst, boolean isLast) {
    Weight weight = layer.weight();
    if (weight.parts().stream().anyMatch(part -> part.kind() == Kind.MODULE)) {
      return Layer.Kind.RUNTIME_IMAGE.toString();
    }
    long jars = 0;
    for (Weight part : weight.parts()) {
      jars += part.kind() == Kind.JAR ? part.unpacked() : 0;
    }
    if (jars > 0 && jars >= weight.unpacked() / 2) {
      return (isLast ? Layer.Kind.APPLICATION : Layer.Kind.DEPENDENCIES).toString();
    }
    return isFirst ? Layer.Kind.ROOT_FILE_SYSTEM.toString() : weight.name();
  }
}
