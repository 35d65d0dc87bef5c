package dev.parka.runtime.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePathTest {

  // FAULTS 14, 79
  @ParameterizedTest
  @ValueSource(
      strings = {"", "a", "a/b", "//", "/a/", "/a//b", "/./a", "/a/..", "/../a", "/a\u0000"})
  void refusesWhatIsNotAbsoluteAndNormal(String path) {
    assertThatThrownBy(() -> new ImagePath(path))
        .isInstanceOf(ParkaException.class)
        .hasMessageStartingWith("[BadImagePath] '")
        .hasMessageEndingWith("' is no absolute, normal path; write it like /var/lib/app");
  }

  @Test
  void knowsParentAndName() {
    ImagePath path = new ImagePath("/opt/java/bin");
    assertThat(path.parent()).contains(new ImagePath("/opt/java"));
    assertThat(path.fileName()).isEqualTo("bin");
    assertThat(path.relative()).isEqualTo("opt/java/bin");
    assertThat(new ImagePath("/opt").parent()).contains(ImagePath.ROOT);
    assertThat(ImagePath.ROOT.parent()).isEmpty();
    assertThat(ImagePath.ROOT.resolve("etc")).hasToString("/etc");
  }
}
