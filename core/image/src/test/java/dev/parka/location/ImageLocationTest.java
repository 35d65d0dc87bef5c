package dev.parka.location;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.oci.HandMadeDockerArchive;
import dev.parka.oci.HandMadeImage;
import dev.parka.spec.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageLocationTest {

  @TempDir private Path directory;

  @Test
  void isWhatLiesAtAPath() throws IOException {
    Path layout = HandMadeImage.good().write(Files.createDirectory(directory.resolve("layout")));
    Path tar = HandMadeImage.writeTar(HandMadeImage.good().files(), directory.resolve("a.tar"));
    Path docker = new HandMadeDockerArchive().write(directory.resolve("docker.tar"));

    assertThat(ImageLocation.parse(layout.toString()))
        .isEqualTo(ImageLocation.parse("oci:" + layout))
        .isEqualTo(new ImageLocation.OciLayout(layout));
    assertThat(ImageLocation.parse(tar.toString()))
        .isEqualTo(ImageLocation.parse("oci-archive:" + tar))
        .isEqualTo(new ImageLocation.OciTar(tar));
    assertThat(ImageLocation.parse(docker.toString()))
        .isEqualTo(ImageLocation.parse("docker-archive:" + docker))
        .isEqualTo(new ImageLocation.DockerTar(docker, Optional.empty()));
    assertThat(ImageLocation.parse("docker-archive:" + docker + ":app:1"))
        .isEqualTo(new ImageLocation.DockerTar(docker, Optional.of("app:1")));
  }

  @Test
  void isWhatAWordSays() {
    assertThat(ImageLocation.parse("docker-daemon:app:1"))
        .isEqualTo(new ImageLocation.DockerDaemon("app:1"));
    assertThat(ImageLocation.parse("podman:app")).isEqualTo(new ImageLocation.Podman("app"));
    assertThat(ImageLocation.parse("containers-storage:app"))
        .isEqualTo(new ImageLocation.Podman("app"));
    assertThat(ImageLocation.parse("registry:registry.acme.com/shop/app:1"))
        .isEqualTo(
            new ImageLocation.Registry(ImageReference.parse("registry.acme.com/shop/app:1")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker-daemon:app:1", "podman:app", "registry:acme.com/shop/app:1"})
  void writesItsTextForm(String text) {
    assertThat(ImageLocation.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"docker-daemon:", "podman:-v", "podman: app"})
  void refusesWhatAnEngineWouldMisunderstand(String text) {
    assertThatThrownBy(() -> ImageLocation.parse(text))
        .hasMessage(
            "[BadImageLocation] '" + text + "' names no image; name " + ImageLocation.FORMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "petstore:latest", "no\0path"})
  void guessesNothing(String text) {
    assertThatThrownBy(() -> ImageLocation.parse(text))
        .hasMessageStartingWith("[BadImageLocation] '")
        .hasMessageEndingWith(
            "' is nothing at all; name an OCI image layout (a directory or a tar), an archive of"
                + " 'docker save', docker-daemon:<image>, podman:<image> or registry:<image>");
  }
}
