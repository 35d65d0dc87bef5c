package dev.parka.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.oci.HandMadeDockerArchive;
import dev.parka.oci.HandMadeImage;
import dev.parka.verify.Finding;
import dev.parka.verify.ImageVerifier;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.VerificationRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFetchTest {

  @TempDir private Path directory;

  private static VerificationReport verify(ImageLocation location) throws IOException {
    Path temporary;
    VerificationReport report;
    try (LocatedImage image = ImageFetch.ofThisUser().fetch(location, Optional.empty())) {
      temporary = image.temporary().orElseThrow();
      report =
          ImageVerifier.verify(
              VerificationRequest.of(image.layout()).withNote(image.note().orElseThrow()));
    }
    assertThat(temporary).doesNotExist();
    return report;
  }

  private VerificationReport verify(HandMadeDockerArchive archive) throws IOException {
    return verify(ImageLocation.parse(archive.write(directory.resolve("docker.tar")).toString()));
  }

  @Test
  void takesALayoutWhereItLies() throws IOException {
    Path layout = HandMadeImage.good().write(Files.createDirectory(directory.resolve("layout")));

    try (LocatedImage image =
        ImageFetch.ofThisUser().fetch(ImageLocation.parse(layout.toString()), Optional.empty())) {
      assertThat(image).isEqualTo(LocatedImage.asItIs(layout));
    }
    assertThat(layout).isDirectory();
  }

  @Test
  void verifiesWhatDockerSaves() throws IOException {
    VerificationReport report = verify(new HandMadeDockerArchive());

    assertThat(report.findings()).isEmpty();
    assertThat(report.notes())
        .containsExactly(
            "a docker-archive has no manifest: the one that is verified was made here, so that"
                + " digests and sizes of layers say nothing; diff ids are the image's own");
  }

  @Test
  void verifiesWhatJibSaves() throws IOException {
    VerificationReport report = verify(new HandMadeDockerArchive().asJibWritesIt());

    assertThat(report.findings()).isEmpty();
    assertThat(report.notes().get(0))
        .endsWith(", and the digest of the configuration is said nowhere");
  }

  @Test
  void followsLinksToLayersThatAreSavedOnce() throws IOException {
    assertThat(verify(new HandMadeDockerArchive().linked()).findings()).isEmpty();
  }

  @Test
  void seesDamageThroughNamesAndDiffIds() throws IOException {
    assertThat(verify(new HandMadeDockerArchive().withOtherConfig()).findings())
        .map(finding -> finding.id().id())
        .containsExactly("WrongDigest");
    assertThat(verify(new HandMadeDockerArchive().withOtherLayer()).findings())
        .map(finding -> finding.id().id())
        .containsExactly("WrongDiffId");
  }

  @Test
  void wantsANameWhereThereAreSeveralImages() throws IOException {
    Path file = new HandMadeDockerArchive().twice().write(directory.resolve("two.tar"));

    assertThatThrownBy(() -> verify(ImageLocation.parse(file.toString())))
        .hasMessage(
            "[NotAnImage] "
                + file
                + " holds 2 images: app:1, other:1; give an archive of docker save, and with ':'"
                + " after it the name of one image where it holds several");
    assertThat(verify(ImageLocation.parse("docker-archive:" + file + ":other:1")).findings())
        .map(Finding::toString)
        .isEmpty();
  }

  @Test
  void tellsWhatTheEngineSays() {
    assertThatThrownBy(() -> verify(new ImageLocation.Podman("--no-such-option")))
        .hasMessageStartingWith("[EngineLacksImage] podman save --quiet --format=oci-archive")
        .hasMessageEndingWith("; see that podman is installed, runs, and lists the image");
  }
}
