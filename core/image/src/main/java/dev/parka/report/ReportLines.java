package dev.parka.report;

import dev.parka.report.Anatomy.WeighedLayer;
import dev.parka.runtime.Printable;
import java.util.List;

/** A report in a few lines of text. */
final class ReportLines {

  private static final int HEAVIEST = 8;

  private ReportLines() {}

  static String render(Report report) {
    Anatomy image = report.image();
    StringBuilder text = new StringBuilder();
    text.append(Printable.of(image.name() + " for " + image.platform())).append('\n');
    text.append(image.manifest()).append("\n\n");
    LayerTable table = new LayerTable(text);
    for (WeighedLayer layer : image.layers()) {
      table.layer(
          layer.weight().name(),
          layer.weight().stored(),
          layer.weight().unpacked(),
          layer.digest());
    }
    table.image(image.storedSize(), image.unpackedSize());
    List<Cell> cells = Cell.of(image);
    text.append("\nheaviest, on the wire and on the disk:\n");
    text.append(Printable.of(WeightSection.heaviest(cells, HEAVIEST)).replace("\\u000a", "\n"));
    report
        .comparison()
        .ifPresent(diff -> text.append("\nsince the earlier image:\n").append(diff.render(false)));
    report.verification().ifPresent(found -> text.append('\n').append(found.renderVerdict()));
    return text.toString();
  }
}
