package dev.parka.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.oci.HandMadeImage;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import dev.parka.runtime.strip.StripKind;
import dev.parka.verify.Check;
import dev.parka.verify.Finding;
import dev.parka.verify.SuppressedFinding;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.VerifyProblem;
import dev.parka.verify.boot.BootResult;
import dev.parka.verify.boot.Isolation;
import dev.parka.verify.boot.Probe;
import dev.parka.verify.compare.ImageContents;
import dev.parka.verify.compare.ImageDiff;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {

  private static final Path GOLDEN = Path.of("src/test/resources/dev/parka/report");

  private static final VerificationReport FOUND =
      new VerificationReport(
          Optional.empty(),
          Set.of(Check.DIGESTS, Check.ENTRIES, Check.BOOT),
          List.of(
              new Finding(
                  VerifyProblem.UNEVEN_TIMES, "blobs/sha256/9f86", "one modification time", "2"),
              new Finding(
                  VerifyProblem.WRONG_SIZE,
                  "blobs/sha256/60303",
                  "120 bytes",
                  "119 bytes",
                  List.of("<one line>", "and another"))),
          List.of(
              new SuppressedFinding(
                  new Finding(VerifyProblem.ORPHAN_BLOB, "blobs/sha256/1234", "a use", "none"),
                  "left by <another> tool")),
          Optional.of(
              new BootResult(
                  Isolation.CHROOT,
                  new Probe.Tcp(8080),
                  BootResult.Outcome.BOOTED,
                  new BootResult.Run(
                      "65532:65532",
                      Optional.of(Duration.ofMillis(420)),
                      OptionalInt.of(143),
                      "",
                      List.of("listening on 8080")),
                  List.of("the network was this machine's"))),
          List.of("what one note says"));

  @TempDir private Path directory;
  private int images;

  @Test
  void showsWhatIsKnownOfAnImageAlone() throws IOException {
    Path image = write(SmallImage.image());
    Report report = Report.of(Anatomy.read(image, Optional.empty())).with(FOUND);

    assertGolden("alone.html", report);
  }

  @Test
  void showsWhatItsBuilderKnowsAndHowItDiffersFromAnEarlierOne() throws IOException {
    Path image = write(SmallImage.image());
    Path earlier = write(HandMadeImage.good());
    ImageDiff diff =
        ImageDiff.between(
            ImageContents.read(earlier, Optional.empty()),
            ImageContents.read(image, Optional.empty()));
    BuildFacts facts =
        new BuildFacts(
            new RootModules(
                new TreeMap<>(
                    Map.of(
                        ModuleName.JAVA_BASE,
                        List.of(new Reason("every application needs it")),
                        new ModuleName("java.sql"),
                        List.of(
                            new Reason("com.acme.App → java.sql.Driver (app.jar)"),
                            new Reason("a file names java.sql.Driver", true)))),
                new TreeMap<>(
                    Map.of(
                        new ModuleName("java.desktop"),
                        List.of(new Reason("com.acme.Never → java.awt.Window (app.jar)")))),
                List.of()),
            new TreeMap<>(Map.of(StripKind.MAN_PAGES, 300_000L)),
            true,
            Optional.empty(),
            List.of());
    Report report =
        Report.of(
                Anatomy.read(image, Optional.empty())
                    .called("shop:1", List.of("root file system", "run-time image", "application")))
            .with(facts)
            .with(FOUND)
            .against(diff);

    assertGolden("built.html", report);
  }

  @Test
  void isTheSameForTheSameImage() throws IOException {
    Path image = write(SmallImage.image());
    Path tar = HandMadeImage.writeTar(SmallImage.image().files(), directory.resolve("image.tar"));

    assertThat(page(tar).replace("image.tar", "image1")).isEqualTo(page(image));
  }

  @Test
  void letsNothingOfAnImageOutOfItsText() throws IOException {
    String hostile = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{style}}\u202e";
    Path image =
        write(
            SmallImage.image(hostile + ".jar", hostile)
                .container(
                    c -> {
                      c.put("User", hostile);
                      c.putObject("Labels").put(hostile, "</style></title><svg onload=alert(1)>");
                    }));
    String page = page(image);

    assertThat(page)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
        .contains("&lt;/style&gt;&lt;/title&gt;&lt;svg onload=alert(1)&gt;")
        .contains("{{style}}\\u202e")
        .doesNotContain("<script", "<img", "<svg onload", "\u202e");
    assertThat(page.split("<style>", -1)).hasSize(2);
  }

  @Test
  void loadsNothing() throws IOException {
    assertThat(page(write(SmallImage.image())))
        .contains(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src"
                + " 'sha256-")
        .doesNotContain("http://", "https://", "url(", "@import", " style=", "src=");
  }

  @Test
  void saysThatAnImageHasNoModules() throws IOException {
    assertThat(page(write(HandMadeImage.good())))
        .contains("This image has no run-time image whose modules can be read.");
  }

  @Test
  void printsWhatIsHeavy() throws IOException {
    Path image = write(SmallImage.image());

    assertThat(Report.of(Anatomy.read(image, Optional.empty())).render())
        .startsWith("image1 for linux/amd64\nsha256:")
        .contains("\n  run-time image         0.1 MB     0.1 MB  80f726e7674f\n")
        .contains("\n    85.1 kB   80.7 kB  /opt/java/lib (run-time image)\n")
        .contains("\n    30.8 kB   29.1 kB  java.base (run-time image)\n");
  }

  private Path write(HandMadeImage image) throws IOException {
    return image.write(directory.resolve("image" + ++images));
  }

  private static String page(Path image) throws IOException {
    return Report.of(Anatomy.read(image, Optional.empty())).toHtml();
  }

  /** Positions and colours are left out: those are looked at. */
  private static void assertGolden(String name, Report report) throws IOException {
    String page =
        report
            .toHtml()
            .replaceAll("(?s)<style>.*</style>", "<style>…</style>")
            .replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-…");
    Path golden = GOLDEN.resolve(name);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(golden, page);
    }
    assertThat(page).isEqualTo(Files.readString(golden));
  }
}
