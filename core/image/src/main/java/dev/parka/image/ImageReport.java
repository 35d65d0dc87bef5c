package dev.parka.image;

import static java.util.stream.Collectors.joining;

import dev.parka.oci.Layer;
import dev.parka.oci.OciImage;
import dev.parka.report.LayerTable;
import dev.parka.runtime.cache.ByteSize;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import dev.parka.runtime.rootfs.SystemPackage;
import dev.parka.runtime.strip.StripKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;

/** What was built, in a few lines of text. */
final class ImageReport {

  private ImageReport() {}

  static String render(BuiltImage built) {
    OciImage image = built.image();
    StringBuilder text = new StringBuilder();
    text.append(image.reference()).append(" for ").append(image.platform()).append('\n');
    text.append(image.digest()).append("\n\n");
    LayerTable table = new LayerTable(text);
    for (Layer layer : image.layers()) {
      table.layer(
          layer.kind().toString(),
          layer.descriptor().size(),
          layer.unpackedSize(),
          layer.descriptor().digest());
    }
    table.image(image.storedSize(), image.unpackedSize());
    if (built.isProven()) {
      text.append("  linked twice: same bytes\n");
    }
    if (!built.packages().isEmpty()) {
      String packages =
          built.packages().stream().map(SystemPackage::toString).collect(joining(", "));
      text.append("\npackages: ").append(packages).append('\n');
    }
    built
        .startupArchive()
        .ifPresent(archive -> text.append("\nstart-up  ").append(archive.summary()).append('\n'));
    text.append('\n');
    stripped(text, built.saved());
    modules(text, built.plan().runtime().modules(), built.modules());
    built.warnings().forEach(warning -> text.append("\nwarning: ").append(warning).append('\n'));
    return text.toString();
  }

  private static void stripped(StringBuilder text, SortedMap<StripKind, Long> saved) {
    if (saved.values().stream().allMatch(bytes -> bytes == 0)) {
      return;
    }
    text.append("left out of the run-time image, and what that costs:\n");
    saved.forEach(
        (kind, bytes) -> {
          if (bytes != 0) {
            text.append(
                String.format(
                    Locale.ROOT, "  %-24s %9s  %s\n", kind, ByteSize.show(bytes), kind.cost()));
          }
        });
    text.append('\n');
  }

  private static void modules(StringBuilder text, RootModules roots, SortedSet<ModuleName> graph) {
    text.append("modules, and why:\n");
    int width = roots.names().stream().mapToInt(name -> name.value().length()).max().orElse(0);
    for (Map.Entry<ModuleName, List<Reason>> module : roots.reasons().entrySet()) {
      text.append("  ")
          .append(String.format(Locale.ROOT, "%-" + width + "s", module.getKey()))
          .append("  ")
          .append(ShortReason.of(module.getValue().get(0)))
          .append('\n');
    }
    SortedSet<ModuleName> required = new TreeSet<>(graph);
    required.removeAll(roots.names());
    required.forEach(name -> text.append("  ").append(name).append("  required by those above\n"));
  }
}
