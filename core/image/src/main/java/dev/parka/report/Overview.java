package dev.parka.report;

import dev.parka.runtime.cache.ByteSize;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.compare.ImageDiff;
import java.util.Optional;

/**
 * The first thing that is seen: which image it is, whether it is good, and five figures.
 *
 * @param report what is shown
 */
record Overview(Report report) implements Markup.Section {

  @Override
  public void write(Markup to) {
    Anatomy image = report.image();
    to.open("header");
    to.element("p", "Parka report", "class", "brand").line();
    to.element("h1", image.name()).line();
    to.open("p", "class", "verdict");
    verdict(to, report.verification());
    to.text(" ").element("span", image.platform()).text(" ");
    to.element("code", image.manifest().toString()).end();
    to.open("dl", "class", "figures");
    figure(to, "on the wire", ByteSize.show(image.storedSize()), grown());
    figure(to, "on the disk", ByteSize.show(image.unpackedSize()), "");
    figure(to, "layers", String.valueOf(image.layers().size()), "");
    figure(to, "modules", String.valueOf(image.modules().names().size()), "");
    StartSection.time(report.verification().flatMap(VerificationReport::boot))
        .ifPresent(time -> figure(to, "to the first answer", time, ""));
    to.end();
    to.end();
  }

  private static void verdict(Markup to, Optional<VerificationReport> verification) {
    if (verification.isEmpty()) {
      to.element("b", "not verified", "class", "badge open");
    } else if (verification.get().isGood()) {
      int warnings = verification.get().warnings().size();
      to.element(
          "b",
          warnings == 0 ? "good" : "good, with " + count(warnings, "warning"),
          "class",
          "badge well");
    } else {
      to.element(
          "b", "bad: " + count(verification.get().errors().size(), "error"), "class", "badge bad");
    }
  }

  private String grown() {
    Optional<ImageDiff> diff = report.comparison();
    if (diff.isEmpty()) {
      return "";
    }
    long growth = diff.get().after().storedSize() - diff.get().before().storedSize();
    return Growth.show(growth) + (growth == 0 ? "" : " since the earlier one");
  }

  static String count(long count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  static void figure(Markup to, String what, String value, String more) {
    to.open("div").element("dt", what).element("dd", value);
    if (!more.isEmpty()) {
      to.element("dd", more, "class", "soft");
    }
    to.end();
  }
}
