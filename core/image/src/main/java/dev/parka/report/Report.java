package dev.parka.report;

import dev.parka.verify.VerificationReport;
import dev.parka.verify.compare.ImageDiff;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All that is known of an image, for people to look at: {@link #toHtml} as one page that needs no
 * network, {@link #render} as a few lines of text. The same image and the same knowledge give the
 * same bytes.
 *
 * <pre>{@code
 * Report.of(Anatomy.read(Path.of("app.tar"), Optional.empty()))
 *     .with(ImageVerifier.verify(VerificationRequest.of(Path.of("app.tar"))))
 *     .write(Path.of("report.html"));
 * }</pre>
 *
 * @param image what the image is made of
 * @param build what whoever built it knows
 * @param verification what was found in it
 * @param comparison how it differs from an earlier image
 */
public record Report(
    Anatomy image,
    Optional<BuildFacts> build,
    Optional<VerificationReport> verification,
    Optional<ImageDiff> comparison) {

  /** A report on an image of which nothing else is known. */
  public static Report of(Anatomy image) {
    return new Report(image, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same with what its builder knows. */
  public Report with(BuildFacts facts) {
    return new Report(image, Optional.of(facts), verification, comparison);
  }

  /** The same with what was found in it. */
  public Report with(VerificationReport found) {
    return new Report(image, build, Optional.of(found), comparison);
  }

  /** The same with how it differs from an earlier image, which is the first of the two. */
  public Report against(ImageDiff diff) {
    return new Report(image, build, verification, Optional.of(diff));
  }

  /** As one HTML file, which loads nothing and runs nothing. */
  public String toHtml() {
    return new Page(this).render();
  }

  /** As a few lines of text. */
  public String render() {
    return ReportLines.render(this);
  }

  /**
   * Writes the page; a file that is there is replaced.
   *
   * @throws dev.parka.runtime.ParkaException [CannotWrite]
   */
  public void write(Path file) {
    Page.write(toHtml(), file);
  }
}
