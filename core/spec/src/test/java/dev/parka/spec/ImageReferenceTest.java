package dev.parka.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "petstore",
        "petstore:1.4.2",
        "shop/pet-store__x:latest",
        "registry.acme.com:5000/shop/petstore:1.4.2",
        "localhost:5000/petstore",
        "REGISTRY.acme.com/petstore:V1",
      })
  void givesBackWhatWasWritten(String text) {
    assertThat(ImageReference.parse(text)).hasToString(text);
    assertThat(ImageReference.parse(text + "@" + DIGEST)).hasToString(text + "@" + DIGEST);
  }

  // FAULTS 12
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "PetStore",
        "pet store",
        "pet AS x",
        "$BASE",
        "-x",
        "a//b",
        "/a",
        "a/",
        "a:",
        "a:b:c",
        "a:.x",
        "a@",
        "a@sha256:12",
        "https://a/b",
        "a\nb",
        "./a",
        "a@md5:00",
        "a_-b",
        "a:b/c:",
      })
  void refusesWhatIsOutsideTheGrammar(String text) {
    assertThatThrownBy(() -> ImageReference.parse(text))
        .isInstanceOf(ParkaException.class)
        .hasMessageMatching("(?s)\\[Bad(Reference|Digest)] '.*");
  }

  @Test
  void knowsItsParts() {
    ImageReference reference = ImageReference.parse("localhost:5000/shop/petstore:1@" + DIGEST);
    assertThat(reference.repository()).isEqualTo("localhost:5000/shop/petstore");
    assertThat(reference.shortName()).isEqualTo("petstore");
    assertThat(reference.tag()).contains("1");
    assertThat(reference.digest()).contains(Digest.parse(DIGEST));
  }

  @Test
  void refusesANameThatNoRegistryTakes() {
    assertThatThrownBy(() -> ImageReference.parse("a".repeat(256)))
        .hasMessageStartingWith("[BadReference] 'aaa");
  }
}
