package dev.parka.image;

import dev.parka.runtime.tree.NewDirectory;
import dev.parka.runtime.tree.Removal;
import dev.parka.verify.Finding;
import dev.parka.verify.VerifyProblem;
import dev.parka.verify.compare.ImageContents;
import dev.parka.verify.compare.ImageDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import java.util.function.Supplier;

/**
 * Builds an image once more under other circumstances, and tells what differs: in another directory
 * with a space in its name, another time zone and another locale, with nothing remembered. Another
 * user and file mode mask would take another process; {@code LinkProof} has those.
 */
final class Reproduction {

  private static final String TEMPORARY = "java.io.tmpdir";

  private Reproduction() {}

  static List<Finding> of(BuiltImage image, Supplier<BuiltImage> build) throws IOException {
    String temporary = System.getProperty(TEMPORARY);
    TimeZone zone = TimeZone.getDefault();
    Locale locale = Locale.getDefault();
    Path elsewhere = NewDirectory.in(Path.of(temporary), "parka-again-");
    try {
      Path place = Files.createDirectories(elsewhere.resolve("another place/for it"));
      System.setProperty(TEMPORARY, place.toString());
      TimeZone.setDefault(TimeZone.getTimeZone("Etc/GMT+12"));
      Locale.setDefault(new Locale("tr", "TR"));
      try (BuiltImage again = build.get()) {
        return compare(image, again);
      }
    } finally {
      System.setProperty(TEMPORARY, temporary);
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
      Removal.of(elsewhere);
    }
  }

  private static List<Finding> compare(BuiltImage image, BuiltImage again) throws IOException {
    List<Finding> findings = new ArrayList<>();
    if (!image.digest().equals(again.digest())) {
      findings.add(
          new Finding(
              VerifyProblem.NOT_REPRODUCIBLE,
              "manifest",
              image.digest().toString(),
              again.digest().toString()));
      ImageDiff.between(contents(image), contents(again))
          .differences()
          .forEach(
              one ->
                  findings.add(
                      new Finding(
                          VerifyProblem.NOT_REPRODUCIBLE,
                          one.subject(),
                          one.before(),
                          one.after())));
    }
    return findings;
  }

  private static ImageContents contents(BuiltImage image) throws IOException {
    return ImageContents.read(image.image().layout(), Optional.empty());
  }
}
