package dev.parka.verify;

import static java.util.stream.Collectors.joining;

import dev.parka.lock.LockedSize;
import dev.parka.lock.LockedSize.LayerSize;
import dev.parka.oci.ArchiveConfig;
import dev.parka.runtime.cache.ByteSize;
import dev.parka.verify.ImageFacts.LayerFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether an image is larger than the lock file says that it was, and which layers are. */
final class LockedGrowth {

  private static final String MAKER = "parka";

  /** How a layer grew. */
  private record Growth(String layer, long stored, long unpacked) {

    @Override
    public String toString() {
      return layer + " " + signed(stored) + " stored, " + signed(unpacked) + " unpacked";
    }
  }

  private LockedGrowth() {}

  static void check(
      LockedSize locked, ImageFacts facts, Optional<ArchiveConfig> config, Findings findings) {
    findings.ran(Check.GROWTH);
    if (facts.storedSize() - locked.stored() <= SizeChecks.SLACK
        && facts.unpackedSize() - locked.unpacked() <= SizeChecks.SLACK) {
      return;
    }
    String grown =
        growth(locked, facts, config).stream()
            .filter(layer -> layer.stored() > 0 || layer.unpacked() > 0)
            .sorted(Comparator.comparingLong((Growth layer) -> -layer.stored()))
            .map(Growth::toString)
            .collect(joining("; "));
    findings.add(
        VerifyProblem.IMAGE_GREW,
        "image",
        "at most the " + sizes(locked.stored(), locked.unpacked()) + " of the lock file",
        sizes(facts.storedSize(), facts.unpackedSize()) + ": " + grown);
  }

  private static List<Growth> growth(
      LockedSize locked, ImageFacts facts, Optional<ArchiveConfig> config) {
    int count = facts.layers().size();
    if (locked.layers().size() != count) {
      return List.of(
          new Growth(
              count + " layers instead of " + locked.layers().size(),
              facts.storedSize() - locked.stored(),
              facts.unpackedSize() - locked.unpacked()));
    }
    List<Growth> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      LayerFacts now = facts.layers().get(i);
      LayerSize before = locked.layers().get(i);
      all.add(
          new Growth(
              name(i, count, config),
              now.storedSize() - before.stored(),
              now.unpackedSize() - before.unpacked()));
    }
    return all;
  }

  /** What the build called the layer, where it was one of ours. */
  private static String name(int layer, int count, Optional<ArchiveConfig> config) {
    List<ArchiveConfig.Step> steps =
        config.map(ArchiveConfig::history).orElse(List.of()).stream()
            .filter(step -> !step.isEmpty())
            .toList();
    return Optional.of(steps)
        .filter(told -> told.size() == count)
        .map(told -> told.get(layer))
        .filter(step -> step.createdBy().filter(MAKER::equals).isPresent())
        .flatMap(ArchiveConfig.Step::comment)
        .orElse("layer " + (layer + 1));
  }

  private static String sizes(long stored, long unpacked) {
    return ByteSize.show(stored) + " stored, " + ByteSize.show(unpacked) + " unpacked";
  }

  private static String signed(long bytes) {
    return (bytes < 0 ? "-" : "+") + ByteSize.show(Math.abs(bytes));
  }
}
