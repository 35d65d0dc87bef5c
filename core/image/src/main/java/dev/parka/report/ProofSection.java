package dev.parka.report;

import dev.parka.runtime.startup.Reproducibility;
import dev.parka.runtime.startup.StartupArchive;
import dev.parka.spec.Digest;
import dev.parka.verify.Check;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.VerifyProblem;
import dev.parka.verify.compare.ImageDiff;
import java.util.Optional;

/**
 * What is known of whether the same inputs give the same image, and what is not.
 *
 * @param manifest the image's digest
 * @param build what whoever built it knows
 * @param verification what was found in it
 * @param comparison how it differs from an earlier one
 */
record ProofSection(
    Digest manifest,
    Optional<BuildFacts> build,
    Optional<VerificationReport> verification,
    Optional<ImageDiff> comparison)
    implements Markup.Section {

  private static final String WELL = "well";
  private static final String OPEN = "open";
  private static final String BAD = "bad";

  @Override
  public void write(Markup to) {
    to.open("section", "id", "proof", "aria-labelledby", "proof-title");
    to.element("h2", "Reproducibility", "id", "proof-title");
    to.element(
        "p",
        "The digest of the manifest stands for every byte of the image. Whoever gets the same one"
            + " from the same inputs has the same image.",
        "class",
        "note");
    to.element("p", manifest.toString(), "class", "digest");
    to.open("ul", "class", "facts");
    linked(to);
    archive(to);
    entries(to);
    earlier(to);
    to.end();
    to.end();
  }

  private void linked(Markup to) {
    if (build.map(BuildFacts::isLinkedTwice).orElse(false)) {
      fact(
          to,
          WELL,
          "The run-time image was linked twice, each time in a JVM of its own: every"
              + " file has the same bytes.");
    } else {
      fact(
          to,
          OPEN,
          "That linking again gives the same bytes was not tried: 'build --prove'"
              + " links twice and compares every file.");
    }
  }

  private void archive(Markup to) {
    Optional<StartupArchive> archive = build.flatMap(BuildFacts::archive);
    if (archive.isPresent()) {
      boolean isProven = archive.get().traits().reproducibility() == Reproducibility.PROVEN;
      fact(
          to,
          isProven ? WELL : OPEN,
          "The start-up archive is " + archive.get().traits().reproducibility() + ".");
    }
  }

  private void entries(Markup to) {
    boolean isAsked =
        verification.map(report -> report.checks().contains(Check.ENTRIES)).orElse(false);
    if (!isAsked) {
      return;
    }
    boolean isUneven =
        verification.stream()
            .flatMap(report -> report.findings().stream())
            .anyMatch(
                finding ->
                    finding.id() == VerifyProblem.UNEVEN_TIMES
                        || finding.id() == VerifyProblem.UNSORTED_ENTRIES);
    fact(
        to,
        isUneven ? BAD : WELL,
        isUneven
            ? "Files have several modification times or come in no order, which another build may"
                + " not repeat: see the findings."
            : "The files of each layer are sorted and have one modification time.");
  }

  private void earlier(Markup to) {
    if (comparison.isEmpty()) {
      return;
    }
    ImageDiff diff = comparison.get();
    if (diff.isSame()) {
      fact(to, WELL, "The earlier image has the same digest.");
    } else if (diff.isEquivalent()) {
      fact(
          to,
          OPEN,
          "The earlier image has the same files and is run alike; times, metadata or how"
              + " layers are stored differ.");
    } else {
      fact(to, OPEN, "The earlier image is another one: see what changed.");
    }
  }

  private static void fact(Markup to, String kind, String text) {
    to.element("li", text, "class", kind).line();
  }
}
