package dev.parka.report;

import dev.parka.report.Anatomy.WeighedLayer;
import dev.parka.runtime.Printable;
import dev.parka.runtime.cache.ByteSize;
import java.util.List;
import java.util.Locale;

/** A report in a few lines of text. */
final class ReportLines {

  private static final int SHORT_DIGEST = 12;
  private static final int HEAVIEST = 8;

  private ReportLines() {}

  static String render(Report report) {
    Anatomy image = report.image();
    StringBuilder text = new StringBuilder();
    text.append(Printable.of(image.name() + " for " + image.platform())).append('\n');
    text.append(image.manifest()).append("\n\n");
    row(text, "layer", "stored", "unpacked", "digest");
    for (WeighedLayer layer : image.layers()) {
      row(
          text,
          layer.weight().name(),
          ByteSize.show(layer.weight().stored()),
          ByteSize.show(layer.weight().unpacked()),
          layer.digest().hex().substring(0, SHORT_DIGEST));
    }
    row(text, "image", ByteSize.show(image.storedSize()), ByteSize.show(image.unpackedSize()), "");
    List<Cell> cells = Cell.of(image);
    text.append("\nheaviest, on the wire and on the disk:\n");
    text.append(Printable.of(WeightSection.heaviest(cells, HEAVIEST)).replace("\\u000a", "\n"));
    report
        .comparison()
        .ifPresent(diff -> text.append("\nsince the earlier image:\n").append(diff.render(false)));
    report.verification().ifPresent(found -> text.append('\n').append(found.renderVerdict()));
    return text.toString();
  }

  private static void row(
      StringBuilder text, String kind, String stored, String unpacked, String digest) {
    String line =
        String.format(Locale.ROOT, "  %-18s %10s %10s  %s", kind, stored, unpacked, digest);
    text.append(line.stripTrailing()).append('\n');
  }
}
