package dev.parka.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.lock.LockedSize;
import dev.parka.oci.HandMadeImage;
import dev.parka.oci.HandMadeLayer;
import dev.parka.verify.compare.ImageContents;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectationsTest {

  @TempDir private Path directory;

  private static HandMadeImage withShell() {
    return HandMadeImage.good().layer(new HandMadeLayer().file("bin/sh", 0755, new byte[1]));
  }

  private VerificationReport verify(HandMadeImage image, Expectations expectations)
      throws IOException {
    Path layout = image.write(directory.resolve("image"));
    return ImageVerifier.verify(VerificationRequest.of(layout).expecting(expectations));
  }

  private static List<String> findings(VerificationReport report) {
    return report.findings().stream().map(Finding::toString).toList();
  }

  private ImageContents contents(HandMadeImage image) throws IOException {
    return ImageContents.read(image.write(directory.resolve("other")), Optional.empty());
  }

  @Test
  void whatIsKnownCountsNoMoreAndStaysInTheReport() throws IOException {
    VerificationReport report =
        verify(
            withShell().container(c -> c.remove("User")),
            Expectations.NONE
                .suppressing(Suppression.parse("ShellInImage:/bin/*=support uses it"))
                .suppressing(Suppression.of("RunsAsRoot", "it binds port 80")));

    assertThat(report.findings()).isEmpty();
    assertThat(report.isGood()).isTrue();
    assertThat(report.suppressed())
        .map(known -> known.finding().id().id() + ": " + known.reason())
        .containsExactly("RunsAsRoot: it binds port 80", "ShellInImage: support uses it");
    assertThat(report.render())
        .contains(
            "suppressed [ShellInImage] /bin/sh: expected no shell, found /bin/sh; support uses it");
  }

  @Test
  void aSuppressionOfOtherSubjectsDoesNothing() throws IOException {
    Suppression elsewhere = Suppression.parse("ShellInImage:/busybox/*=debugging");

    assertThat(findings(verify(withShell(), Expectations.NONE.suppressing(elsewhere))))
        .containsExactly("[ShellInImage] /bin/sh: expected no shell, found /bin/sh");
  }

  @Test
  void aSuppressionNeedsAReasonAndAName() {
    assertThatThrownBy(() -> Suppression.parse("ShellInImage"))
        .hasMessage(
            "[BadSuppression] 'ShellInImage' has no reason; write <Id>[:<subject>]=<reason>");
    assertThatThrownBy(() -> Suppression.parse("ShellInImage= "))
        .hasMessage(
            "[BadSuppression] the suppression of ShellInImage has no reason; write one after '='");
    assertThatThrownBy(() -> Suppression.parse("ShelInImage=known"))
        .hasMessage(
            "[BadSuppression] 'ShelInImage' is nothing that verification finds; did you mean"
                + " ShellInImage?");
  }

  @Test
  void findsWhatIsOverBudget() throws IOException {
    VerificationReport report =
        verify(
            HandMadeImage.good(),
            Expectations.NONE.within(
                new SizeBudget(OptionalLong.of(10), OptionalLong.of(10), Optional.empty())));

    assertThat(findings(report))
        .hasSize(3)
        .allMatch(finding -> finding.matches("\\[OverBudget] (image|layer [0-9a-f]{12}): .*"));
    assertThat(report.checks()).contains(Check.BUDGET);
  }

  @Test
  void findsWhatGrew() throws IOException {
    ImageContents before = contents(HandMadeImage.good());

    assertThat(findings(verify(noisy(), Expectations.NONE.after(before))))
        .containsExactly(
            "[ImageGrew] image: expected at most the 0.4 kB of "
                + before.manifest()
                + ", found 0.2 MB: /app/noise +0.2 MB");
  }

  private static HandMadeImage noisy() {
    byte[] noise = new byte[200_000];
    new Random(1).nextBytes(noise);
    return HandMadeImage.good().layer(new HandMadeLayer().file("app/noise", 0644, noise));
  }

  private LockedSize sizeOf(HandMadeImage image) throws IOException {
    return verify(image, Expectations.NONE).facts().orElseThrow().locked();
  }

  private List<String> verifyAfter(LockedSize size) throws IOException {
    return findings(verify(noisy(), Expectations.NONE.within(SizeBudget.NONE.notOver(size))));
  }

  @Test
  void findsWhichLayersGrewSinceTheirSizesWereLocked() throws IOException {
    List<LockedSize.LayerSize> layers = new ArrayList<>(sizeOf(noisy()).layers());
    layers.set(layers.size() - 1, new LockedSize.LayerSize(120_000, 150_000));

    assertThat(verifyAfter(new LockedSize(layers)))
        .containsExactly(
            "[ImageGrew] image: expected at most the 0.1 MB stored, 0.2 MB unpacked of the lock"
                + " file, found 0.2 MB stored, 0.2 MB unpacked: layer 3 +80.2 kB stored, +51.7 kB"
                + " unpacked");
  }

  @Test
  void findsThatALayerMoreMadeItGrow() throws IOException {
    assertThat(verifyAfter(new LockedSize(List.of(new LockedSize.LayerSize(400, 7_700)))))
        .containsExactly(
            "[ImageGrew] image: expected at most the 0.4 kB stored, 7.7 kB unpacked of the lock"
                + " file, found 0.2 MB stored, 0.2 MB unpacked: 3 layers instead of 1 +0.2 MB"
                + " stored, +0.2 MB unpacked");
  }

  @Test
  void findsNothingInAnImageOfItsLockedSize() throws IOException {
    assertThat(verifyAfter(sizeOf(noisy()))).isEmpty();
  }

  @Test
  void findsWhatTheDockerfileDoesOtherwise() throws IOException {
    ImageContents twin = contents(HandMadeImage.good().container(c -> c.put("User", "1000")));

    assertThat(findings(verify(HandMadeImage.good(), Expectations.NONE.like(twin))))
        .containsExactly("[DiffersFromDockerfile] config.User: expected 1000, found 65532:65532");
  }

  @Test
  void findsNothingInTheImageItself() throws IOException {
    ImageContents itself = contents(HandMadeImage.good());
    VerificationReport report =
        verify(HandMadeImage.good(), Expectations.NONE.like(itself).after(itself));

    assertThat(report.findings()).isEmpty();
    assertThat(report.checks()).contains(Check.PARITY, Check.GROWTH);
  }
}
