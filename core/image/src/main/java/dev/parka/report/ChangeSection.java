package dev.parka.report;

import dev.parka.runtime.cache.ByteSize;
import dev.parka.verify.compare.Aspect;
import dev.parka.verify.compare.Difference;
import dev.parka.verify.compare.ImageDiff;
import dev.parka.verify.compare.SizeChange;
import java.util.List;

/**
 * How an image differs from an earlier one.
 *
 * @param diff the differences
 */
record ChangeSection(ImageDiff diff) implements Markup.Section {

  private static final int MOST_PLACES = 12;
  private static final int MOST_DIFFERENCES = 200;

  @Override
  public void write(Markup to) {
    to.open("section", "id", "changes", "aria-labelledby", "changes-title");
    to.element("h2", "What changed", "id", "changes-title");
    to.element("p", verdict(), "class", diff.isEquivalent() ? "well" : "").line();
    sizes(to);
    for (Aspect aspect : Aspect.values()) {
      List<Difference> some =
          diff.differences().stream().filter(one -> one.aspect() == aspect).toList();
      if (!some.isEmpty() && aspect != Aspect.MANIFEST) {
        differences(to, aspect, some);
      }
    }
    to.end();
  }

  private String verdict() {
    if (diff.isSame()) {
      return "It is the same image, digest for digest.";
    }
    if (diff.isEquivalent()) {
      return "The files and how they are run are the same.";
    }
    int count = diff.semantic().size();
    return count == 1
        ? "In 1 thing a container may behave otherwise than one of the earlier image."
        : "In " + count + " things a container may behave otherwise than one of the earlier image.";
  }

  private void sizes(Markup to) {
    to.open("table", "class", "sizes").open("thead").open("tr");
    to.element("th", "bytes", "scope", "col");
    to.element("th", "before", "scope", "col", "class", "number");
    to.element("th", "now", "scope", "col", "class", "number");
    to.element("th", "growth", "scope", "col", "class", "number");
    to.close().close().open("tbody");
    row(to, "on the wire", diff.before().storedSize(), diff.after().storedSize());
    row(to, "on the disk", diff.before().unpackedSize(), diff.after().unpackedSize());
    diff.sizeChanges().stream().limit(MOST_PLACES).forEach(change -> row(to, change));
    to.close().end();
  }

  private static void row(Markup to, SizeChange change) {
    row(to, change.place(), change.before(), change.after());
  }

  private static void row(Markup to, String what, long before, long after) {
    long growth = after - before;
    to.open("tr").element("th", what, "scope", "row");
    to.element("td", ByteSize.show(before), "class", "number soft");
    to.element("td", ByteSize.show(after), "class", "number");
    to.element(
        "td",
        Growth.show(growth),
        "class",
        growth > 0 ? "number more" : growth < 0 ? "number less" : "number soft");
    to.end();
  }

  private static void differences(Markup to, Aspect aspect, List<Difference> some) {
    to.open("details", "class", "more");
    to.element("summary", aspect + ": " + some.size() + (aspect.isSemantic() ? "" : ", told only"));
    to.open("dl", "class", "changes");
    for (Difference one : some.subList(0, Math.min(MOST_DIFFERENCES, some.size()))) {
      to.open("div").element("dt", one.subject());
      to.open("dd").element("del", one.before()).text(" ").element("ins", one.after()).close();
      to.end();
    }
    to.close();
    if (some.size() > MOST_DIFFERENCES) {
      to.element("p", "and " + (some.size() - MOST_DIFFERENCES) + " more, which 'compare' prints");
    }
    to.end();
  }
}
