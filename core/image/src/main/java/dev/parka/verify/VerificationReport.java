package dev.parka.verify;

import dev.parka.verify.boot.BootResult;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What verification found.
 *
 * @param facts what the image turned out to be; empty if its manifest cannot be read
 * @param checks what was asked
 * @param findings everything that is not as it should be, in the order in which it was found
 * @param suppressed findings that are known and meant
 * @param boot what came of starting it; empty if it was not started
 * @param notes what else whoever reads this should know, such as what could not be asked
 */
public record VerificationReport(
    Optional<ImageFacts> facts,
    Set<Check> checks,
    List<Finding> findings,
    List<SuppressedFinding> suppressed,
    Optional<BootResult> boot,
    List<String> notes) {

  /** Copies the collections. */
  public VerificationReport {
    Set<Check> sorted = EnumSet.noneOf(Check.class);
    sorted.addAll(checks);
    checks = Collections.unmodifiableSet(sorted);
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
    notes = List.copyOf(notes);
  }

  /** Whether nothing was found that makes the image one not to trust; warnings do not. */
  public boolean isGood() {
    return errors().isEmpty();
  }

  /** What makes the image one not to trust. */
  public List<Finding> errors() {
    return findings.stream().filter(Finding::isError).toList();
  }

  /** What is worth knowing. */
  public List<Finding> warnings() {
    return findings.stream().filter(f -> !f.isError()).toList();
  }

  /** The report as plain text of several lines. */
  public String render() {
    return ReportText.render(this);
  }

  /** What was checked and found, without what the image turned out to be. */
  public String renderVerdict() {
    return ReportText.verdict(this);
  }

  /** The report as one JSON object. */
  public String toJson() {
    return ReportJson.render(this);
  }
}
