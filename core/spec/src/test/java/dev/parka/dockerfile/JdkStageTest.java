package dev.parka.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.catalog.ImageCatalog;
import dev.parka.catalog.KnownImage;
import dev.parka.plan.ImagePlan;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import dev.parka.spec.ImageReference;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.TestDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class JdkStageTest {

  static Stream<KnownImage> builders() {
    return ImageCatalog.bundled().images().stream()
        .filter(image -> image.userland().hasShell())
        .filter(image -> image.jdk().filter(jdk -> !jdk.cannotLink(25)).isPresent());
  }

  @ParameterizedTest
  @MethodSource("builders")
  void linksInAnyJdkImageOfTheCatalogue(KnownImage image) {
    String text = render(image.reference(25), 25);

    String prepared = image.userland().user() == 0 ? "" : "USER 0:0\n";
    String packaged =
        image
            .jdk()
            .flatMap(jdk -> jdk.packageName(25))
            .map(name -> String.join(" \\\n && ", image.userland().packages().install(name)))
            .map(commands -> "RUN " + commands + "\n")
            .orElse("");
    assertThat(text)
        .contains(
            "FROM "
                + image.reference(25)
                + " AS runtime\n"
                + prepared
                + packaged
                + "RUN jlink \\\n");
  }

  /** One file for every architecture: nothing in it names one. */
  @ParameterizedTest
  @MethodSource("builders")
  void namesNoArchitecture(KnownImage image) {
    assertThat(render(image.reference(25), 25))
        .doesNotContainIgnoringCase("amd64", "x86", "aarch64", "arm64", "--platform", "TARGETARCH");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bellsoft/liberica-openjdk-debian:25 | a JDK 25 with nothing to link from",
        "gcr.io/distroless/java25-debian12:nonroot | no shell"
      })
  void refusesAnImageThatIsKnownNotToDo(String image, String lack) {
    assertThatThrownBy(() -> render(ImageReference.parse(image), 25))
        .hasMessage(
            "[BadJdkImage] the image "
                + image
                + " has "
                + lack
                + "; link in another, such as eclipse-temurin:25-jdk");
  }

  private static String render(ImageReference image, int version) {
    ImagePlan plan =
        ImagePlan.of(
            ImageSpec.from(TestDescriptor.bare().build()),
            new RootModules(
                new TreeMap<>(Map.of(ModuleName.JAVA_BASE, List.of(new Reason("needed")))),
                List.of()),
            version);
    return PlannedDockerfile.of(plan, new BuildContext(image, "target/app.jar", Optional.empty()))
        .render();
  }
}
