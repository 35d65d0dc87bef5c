package dev.parka.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.jdk.Libc;
import dev.parka.spec.ImageReference;
import org.junit.jupiter.api.Test;

class ImageCatalogTest {

  private final ImageCatalog catalog = ImageCatalog.bundled();

  @Test
  void everyEntryIsAnImageAtAnyVersion() {
    assertThat(catalog.images()).hasSizeGreaterThan(10);
    for (KnownImage image : catalog.images()) {
      ImageReference reference = image.reference(25);
      assertThat(reference.toString()).doesNotContain("{");
      assertThat(catalog.find(reference)).as(reference.toString()).contains(image);
      assertThat(image.jdk().map(jdk -> jdk.home(25, "arm64")).orElse("/"))
          .startsWith("/")
          .doesNotContain("{");
    }
  }

  @Test
  void temurinIsTakenWhenNobodyNamesAnother() {
    assertThat(catalog.defaultJdk().reference(25)).hasToString("eclipse-temurin:25-jdk");
    assertThat(catalog.defaultJdk().jdk().orElseThrow().cannotLink(23)).isFalse();
    assertThat(catalog.defaultJdk().jdk().orElseThrow().cannotLink(24)).isFalse();
  }

  @Test
  void aTagGoesBeforeTheOrderOfTheFile() {
    assertThat(libc("docker.io/library/eclipse-temurin:17.0.15_6-jdk-alpine")).isEqualTo(Libc.MUSL);
    assertThat(libc("eclipse-temurin:25-jdk-noble")).isEqualTo(Libc.GLIBC);
    assertThat(catalog.find(ImageReference.parse("registry.acme.com/eclipse-temurin:25-jdk")))
        .isEmpty();
  }

  @Test
  void knowsWhoHasNothingToLinkFrom() {
    KnownImage lite =
        catalog.find(ImageReference.parse("bellsoft/liberica-openjdk-debian:25")).orElseThrow();
    assertThat(lite.jdk().orElseThrow().cannotLink(25)).isTrue();
  }

  @Test
  void knowsHowPackagesAreAdded() {
    KnownImage debian = catalog.find(ImageReference.parse("debian:12-slim")).orElseThrow();
    String name = debian.jdk().orElseThrow().packageName(17).orElseThrow();
    assertThat(debian.userland().packages().install(name))
        .containsExactly(
            "apt-get update", "apt-get install -y --no-install-recommends openjdk-17-jdk-headless");
  }

  @Test
  void listsWhereJdksLie() {
    assertThat(catalog.jdkHomes())
        .contains(
            "/opt/java/openjdk",
            "/usr/lib/jvm/java-17-openjdk-amd64",
            "/usr/lib/jvm/java-25-amazon-corretto");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> CatalogReader.read("format 2\nlooked-up 2026-01-01\n"))
        .hasMessage("a catalogue of format 2");
    assertThatThrownBy(() -> CatalogReader.read("format 1\nlooked-up 2026-01-01\n\nname a\n"))
        .hasMessage("a catalogue with the line 'name a'");
    assertThatThrownBy(() -> CatalogReader.read("format 1\nlooked-up 2026-01-01\n\nimage a\n"))
        .hasMessage("a catalogue with {image=a} and no tag");
  }

  private Libc libc(String reference) {
    return catalog.find(ImageReference.parse(reference)).orElseThrow().userland().libc();
  }
}
