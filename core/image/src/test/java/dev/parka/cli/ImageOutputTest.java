package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.image.ContainerEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageOutputTest {

  @Test
  void tellsKindsByHowTheyAreWritten() {
    assertThat(ImageOutput.parse("a.tar")).isEqualTo(saved(ImageOutput.Form.OCI_TAR, "a.tar"));
    assertThat(ImageOutput.parse("a/")).isEqualTo(saved(ImageOutput.Form.OCI_LAYOUT, "a"));
    assertThat(ImageOutput.parse("docker-archive:a.tar"))
        .isEqualTo(saved(ImageOutput.Form.DOCKER_ARCHIVE, "a.tar"));
    assertThat(ImageOutput.parse("docker-daemon:"))
        .isEqualTo(new ImageOutput.Engine(ContainerEngine.DOCKER));
    assertThat(ImageOutput.parse("podman:"))
        .isEqualTo(new ImageOutput.Engine(ContainerEngine.PODMAN));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.tar", "docker-archive:a.tar", "docker-daemon:", "podman:"})
  void isPrintedAsItIsWritten(String text) {
    assertThat(ImageOutput.parse(text)).hasToString(text);
  }

  private static ImageOutput saved(ImageOutput.Form form, String path) {
    return new ImageOutput.Saved(form, Path.of(path));
  }
}
