package dev.parka.report;

import dev.parka.runtime.cache.ByteSize;
import dev.parka.runtime.strip.StripKind;
import java.util.SortedMap;

/**
 * What was left out of the run-time image, and what that costs.
 *
 * @param saved the bytes that each thing would take up
 */
record LeftOutSection(SortedMap<StripKind, Long> saved) implements Markup.Section {

  @Override
  public void write(Markup to) {
    if (saved.values().stream().allMatch(bytes -> bytes == 0)) {
      return;
    }
    to.open("section", "id", "left-out", "aria-labelledby", "left-out-title");
    to.element("h2", "Left out of the JDK", "id", "left-out-title");
    to.open("table").open("thead").open("tr");
    to.element("th", "thing", "scope", "col");
    to.element("th", "saves", "scope", "col", "class", "number");
    to.element("th", "costs", "scope", "col");
    to.close().close().open("tbody");
    saved.forEach(
        (kind, bytes) -> {
          if (bytes != 0) {
            to.open("tr").element("th", kind.word(), "scope", "row");
            to.element("td", ByteSize.show(bytes), "class", "number");
            to.element("td", kind.cost()).end();
          }
        });
    to.close().end();
    to.end();
  }
}
