package dev.parka.verify;

import static java.util.stream.Collectors.joining;

import dev.parka.runtime.Printable;
import dev.parka.runtime.cache.ByteSize;
import dev.parka.verify.ImageFacts.LayerFacts;
import java.util.Locale;

/** A report for people: short, aligned, without colours. */
final class ReportText {

  private static final int SHORT_DIGEST = 12;

  private ReportText() {}

  static String render(VerificationReport report) {
    StringBuilder text = new StringBuilder();
    report.facts().ifPresent(facts -> facts(facts, text));
    return text.append(verdict(report)).toString();
  }

  static String verdict(VerificationReport report) {
    StringBuilder text = new StringBuilder();
    line(text, "checked", report.checks().stream().map(Check::toString).collect(joining(", ")));
    report
        .boot()
        .ifPresent(
            boot -> {
              line(text, "boot", Printable.of(boot.toString()));
              boot.notes().forEach(note -> line(text, "", Printable.of(note)));
            });
    report.notes().forEach(note -> line(text, "note", Printable.of(note)));
    line(text, "result", result(report));
    report.findings().forEach(finding -> text.append(finding).append('\n'));
    report
        .suppressed()
        .forEach(
            known ->
                text.append("suppressed ")
                    .append(known.finding())
                    .append("; ")
                    .append(Printable.of(known.reason()))
                    .append('\n'));
    return text.toString();
  }

  private static void facts(ImageFacts facts, StringBuilder text) {
    line(text, "image", facts.manifest().toString());
    line(text, "platform", facts.platform().map(Printable::of).orElse("unknown"));
    line(
        text,
        "size",
        ByteSize.show(facts.storedSize())
            + " stored, "
            + ByteSize.show(facts.unpackedSize())
            + " unpacked");
    for (LayerFacts layer : facts.layers()) {
      line(
          text,
          "layer",
          String.format(
              Locale.ROOT,
              "%s %10s stored %10s unpacked %6d entries",
              layer.digest().hex().substring(0, SHORT_DIGEST),
              ByteSize.show(layer.storedSize()),
              ByteSize.show(layer.unpackedSize()),
              layer.entries()));
    }
  }

  private static String result(VerificationReport report) {
    if (report.findings().isEmpty()) {
      return "good";
    }
    return (report.isGood() ? "good, " : "bad, ")
        + count(report.errors().size(), "error")
        + ", "
        + count(report.warnings().size(), "warning");
  }

  private static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-9s %s\n", name, value));
  }
}
