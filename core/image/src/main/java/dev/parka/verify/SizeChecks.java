package dev.parka.verify;

import dev.parka.runtime.cache.ByteSize;
import dev.parka.verify.ImageFacts.LayerFacts;
import dev.parka.verify.compare.ImageContents;
import dev.parka.verify.compare.ImageDiff;
import java.util.stream.Collectors;

/** Whether an image keeps within its budget, and whether it is what another one is. */
final class SizeChecks {

  private static final int SHOWN = 3;
  private static final int SHORT_DIGEST = 12;

  /** A difference that costs nobody anything. */
  static final long SLACK = 1 << 16;

  private SizeChecks() {}

  static void budget(ImageFacts facts, SizeBudget budget, Findings findings) {
    if (budget.image().isPresent() && facts.storedSize() > budget.image().getAsLong()) {
      findings.add(
          VerifyProblem.OVER_BUDGET,
          "image",
          "at most " + ByteSize.show(budget.image().getAsLong()),
          ByteSize.show(facts.storedSize()));
    }
    if (budget.layer().isPresent()) {
      for (LayerFacts layer : facts.layers()) {
        if (layer.storedSize() > budget.layer().getAsLong()) {
          findings.add(
              VerifyProblem.OVER_BUDGET,
              "layer " + layer.digest().hex().substring(0, SHORT_DIGEST),
              "at most " + ByteSize.show(budget.layer().getAsLong()),
              ByteSize.show(layer.storedSize()));
        }
      }
    }
    if (budget.image().isPresent() || budget.layer().isPresent()) {
      findings.ran(Check.BUDGET);
    }
  }

  static void growth(ImageContents before, ImageContents now, Findings findings) {
    long grown = now.storedSize() - before.storedSize();
    if (grown > SLACK) {
      String where =
          ImageDiff.between(before, now).sizeChanges().stream()
              .limit(SHOWN)
              .map(change -> change.place() + " " + signed(change.growth()))
              .collect(Collectors.joining(", "));
      findings.add(
          VerifyProblem.IMAGE_GREW,
          "image",
          "at most the " + ByteSize.show(before.storedSize()) + " of " + before.manifest(),
          ByteSize.show(now.storedSize()) + (where.isEmpty() ? "" : ": " + where));
    }
    findings.ran(Check.GROWTH);
  }

  static void parity(ImageContents twin, ImageContents now, Findings findings) {
    ImageDiff.between(twin, now)
        .semantic()
        .forEach(
            one ->
                findings.add(
                    VerifyProblem.DIFFERS_FROM_DOCKERFILE,
                    one.subject(),
                    one.before(),
                    one.after()));
    findings.ran(Check.PARITY);
  }

  private static String signed(long bytes) {
    return (bytes > 0 ? "+" : "-") + ByteSize.show(Math.abs(bytes));
  }
}
