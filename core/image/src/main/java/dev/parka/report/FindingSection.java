package dev.parka.report;

import dev.parka.runtime.Problem;
import dev.parka.verify.Check;
import dev.parka.verify.Finding;
import dev.parka.verify.SuppressedFinding;
import dev.parka.verify.VerificationReport;
import java.util.List;
import java.util.Optional;

/**
 * What verification asked and found, and what the build warned of.
 *
 * @param verification what was found, if anybody looked
 * @param warnings what the build told
 */
record FindingSection(Optional<VerificationReport> verification, List<Problem> warnings)
    implements Markup.Section {

  @Override
  public void write(Markup to) {
    to.open("section", "id", "findings", "aria-labelledby", "findings-title");
    to.element("h2", "Findings", "id", "findings-title");
    if (verification.isEmpty()) {
      to.element("p", "The image was not verified.");
    } else {
      found(to, verification.get());
    }
    if (!warnings.isEmpty()) {
      to.element("h3", "What the build warned of");
      to.open("ul", "class", "findings");
      for (Problem warning : warnings) {
        to.open("li", "class", "warning").element("b", warning.id().id()).text(" ");
        to.text(warning.fact() + "; " + warning.fix()).end();
      }
      to.end();
    }
    to.end();
  }

  private static void found(Markup to, VerificationReport report) {
    to.open("p", "class", "note").text("Asked: ");
    String before = "";
    for (Check check : report.checks()) {
      to.text(before + check);
      before = ", ";
    }
    to.text(".").end();
    if (report.findings().isEmpty()) {
      to.element("p", "Nothing is otherwise than it should be.", "class", "well").line();
    } else {
      to.open("ul", "class", "findings");
      report.errors().forEach(finding -> finding(to, finding));
      report.warnings().forEach(finding -> finding(to, finding));
      to.end();
    }
    known(to, report.suppressed());
    report.notes().forEach(note -> to.element("p", note, "class", "note").line());
  }

  private static void known(Markup to, List<SuppressedFinding> known) {
    if (known.isEmpty()) {
      return;
    }
    to.element("h3", "Known, and meant").open("ul", "class", "findings");
    for (SuppressedFinding suppressed : known) {
      Finding finding = suppressed.finding();
      to.open("li").element("b", finding.id().id()).text(" ").element("code", finding.subject());
      to.open("dl");
      to.open("div").element("dt", "because").element("dd", suppressed.reason()).close();
      to.close().end();
    }
    to.end();
  }

  private static void finding(Markup to, Finding finding) {
    to.open("li", "class", finding.isError() ? "error" : "warning");
    to.element("b", finding.id().id()).text(" ").element("code", finding.subject());
    to.open("dl");
    to.open("div").element("dt", "expected").element("dd", finding.expected()).close();
    to.open("div").element("dt", "found").element("dd", finding.actual()).close();
    to.close();
    if (!finding.output().isEmpty()) {
      to.element("pre", String.join("\n", finding.output()));
    }
    to.end();
  }
}
