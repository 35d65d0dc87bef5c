package dev.parka.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.annotations.Strip;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.strip.StripPlan;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecReaderTest {

  @Test
  void aMainClassIsEnough() {
    ImageSpec spec = ImageSpec.from(() -> "com.acme.PetStore");
    assertThat(spec.reference()).hasToString("pet-store:latest");
    assertThat(spec.base()).isEqualTo(new BaseImage.Scratch());
    assertThat(spec.container().process().user()).hasToString("65532:65532");
    assertThat(spec.container().process().workingDirectory()).hasToString("/app");
    assertThat(spec.container().process().stopSignal()).hasToString("SIGTERM");
    assertThat(spec.container().process().healthProbe()).isEmpty();
    assertThat(spec.runtime().javaVersion()).isEmpty();
    assertThat(SpecReader.read(() -> "com.acme.PetStore").problems()).isEmpty();
  }

  @Test
  void everyThingToStripIsOneOfTheRuntimeImage() {
    assertThat(Arrays.stream(Strip.values()).map(Strip::name))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(StripKind.values()).map(StripKind::name).toList());
  }

  @Test
  void stripsWhatIsUsualAndAskedForAndNotKept() {
    ImageDescriptor descriptor =
        TestDescriptor.bare()
            .with("strip", List.of(Strip.UNREFERENCED_CLASSES, Strip.HEADERS))
            .with("keep", List.of(Strip.NATIVE_SYMBOLS))
            .with("compressModules", true)
            .build();

    ImageSpec.Leanness leanness = ImageSpec.from(descriptor).runtime().leanness();

    assertThat(leanness.strips())
        .contains(StripKind.UNREFERENCED_CLASSES, StripKind.HEADERS, StripKind.LAUNCHERS)
        .doesNotContain(StripKind.NATIVE_SYMBOLS);
    assertThat(leanness.compressModules()).isTrue();
    assertThat(ImageSpec.from(() -> "com.acme.PetStore").runtime().leanness())
        .isEqualTo(new ImageSpec.Leanness(List.of(), StripPlan.DEFAULT.kinds(), false));
  }

  @Test
  void refusesToStripWhatIsToBeKept() {
    ImageDescriptor descriptor =
        TestDescriptor.bare()
            .with("strip", List.of(Strip.HEADERS))
            .with("keep", List.of(Strip.LAUNCHERS, Strip.HEADERS))
            .build();

    assertThatThrownBy(() -> ImageSpec.from(descriptor))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[StrippedAndKept] headers is to be stripped and to be kept; say one of the two");
  }

  @ParameterizedTest
  @CsvSource({
    "com.acme.PetStore, pet-store",
    "App, app",
    "com.acme.HTTPServer2Go, http-server2-go",
    "com.acme.Outer$Inner, outer-inner",
    "com.acme.my_app, my-app",
  })
  void derivesTheNameFromTheClass(String mainClass, String name) {
    assertThat(ImageSpec.from(() -> mainClass).reference()).hasToString(name + ":latest");
  }

  @Test
  void asksForANameWhereTheClassGivesNone() {
    assertThatThrownBy(() -> ImageSpec.from(() -> "com.acme.Größe"))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[BadReference] the class name com.acme.Größe gives no image name; set name in"
                + " @ContainerImage");
  }

  @Test
  void findsEverythingThatIsWrong() {
    ImageDescriptor descriptor =
        TestDescriptor.bare()
            .with("tag", "a b")
            .with("ports", List.of(8080, 0, 65536))
            .with("env", List.of(Map.entry("A=B", "x"), Map.entry("OK", "a\nb")))
            .with("user", "nobody")
            .with("stopSignal", "TERM")
            .build();
    assertThat(SpecReader.read(descriptor).problems())
        .extracting(p -> p.attribute() + p.index() + " " + p.problem().id().id())
        .containsExactly(
            "tagOptionalInt.empty BadReference",
            "envOptionalInt[0] BadEnvironmentName",
            "envOptionalInt[1] BadText",
            "portsOptionalInt[1] PortOutOfRange",
            "portsOptionalInt[2] PortOutOfRange",
            "userOptionalInt.empty BadUser",
            "stopSignalOptionalInt.empty BadStopSignal");
  }

  @ParameterizedTest
  @CsvSource({
    "jvmFlags, Xmx1g, BadJvmFlag",
    "jvmFlags, -cp, BadJvmFlag",
    "jvmFlags, --class-path=x, BadJvmFlag",
    "jvmFlags, @file, BadJvmFlag",
    "jvmFlags, -jar, BadJvmFlag",
    "addModules, $(id), BadModuleName",
    "addModules, --help, BadModuleName",
    "excludeModules, java..sql, BadModuleName",
    "volumes, data, BadPath",
    "volumes, /a/../b, BadImagePath",
    "volumes, <<EOF, BadPath",
    "volumes, '/a b', BadPath",
    "locales, de_DE, BadLocale",
    "locales, '', BadLocale",
    "platforms, linux/riscv64, BadPlatform",
    "platforms, windows/amd64, BadPlatform",
  })
  void refusesBadListValues(String attribute, String value, String id) {
    ImageDescriptor descriptor = TestDescriptor.bare().with(attribute, List.of(value)).build();
    assertThat(SpecReader.read(descriptor).problems())
        .singleElement()
        .satisfies(p -> assertThat(p.attribute()).isEqualTo(attribute))
        .satisfies(p -> assertThat(p.problem().id().id()).isEqualTo(id));
  }

  // FAULTS 13, 17, 20: worth knowing, and no error
  @Test
  void warnsAndGoesOn() {
    ImageDescriptor descriptor =
        TestDescriptor.bare()
            .with("base", "debian:12")
            .with("user", "root")
            .with("env", List.of(Map.entry("DB_PASSWORD", "hunter2")))
            .with("labels", List.of(Map.entry("url", "https://joe:pw@acme.com/")))
            .build();
    SpecReading reading = SpecReader.read(descriptor);
    assertThat(reading.spec()).isPresent();
    assertThat(reading.warnings())
        .extracting(Problem::toString)
        .containsExactly(
            "[UnpinnedBase] the base image debian:12 may change under its tag; add its digest, as"
                + " in debian:12@sha256:…",
            "[SecretInImage] the value of the environment variable DB_PASSWORD looks like a"
                + " secret; pass it when the container is started: whoever has the image can read"
                + " it",
            "[SecretInImage] the value of the label url looks like a secret; pass it when the"
                + " container is started: whoever has the image can read it",
            "[RootUser] the application runs as root (0:0); use a number other than 0, or say"
                + " allowRoot if it is meant");
  }

  @Test
  void rootThatIsMeantIsNotWarnedOf() {
    ImageDescriptor descriptor =
        TestDescriptor.bare().with("user", "0").with("allowRoot", true).build();
    assertThat(SpecReader.read(descriptor).problems()).isEmpty();
  }

  // FAULTS 16, 18
  @Test
  void refusesDoubleNamesAndReservedLabels() {
    ImageDescriptor descriptor =
        TestDescriptor.bare()
            .with("env", List.of(Map.entry("A", "1"), Map.entry("A", "2")))
            .with(
                "labels",
                List.of(
                    Map.entry("a", "1"), Map.entry("a", "2"), Map.entry("containerd.io/x", "1")))
            .build();
    assertThat(SpecReader.read(descriptor).problems())
        .extracting(p -> p.problem().toString())
        .containsExactly(
            "[DuplicateEnvironmentName] the environment variable A is given twice; keep one of"
                + " them",
            "[ReservedLabel] the label containerd.io/x belongs to the container run-time; use a"
                + " key of your own domain",
            "[DuplicateLabelKey] the label a is given twice; keep one of them");
  }

  @Test
  void readsAHealthCheck() {
    ImageDescriptor descriptor =
        TestDescriptor.bare()
            .with(
                "healthCheck",
                new ImageDescriptor.HealthProbe(
                    List.of("/opt/java/bin/java", "-version"), 5, 2, 1, 2))
            .build();
    assertThat(ImageSpec.from(descriptor).container().process().healthProbe())
        .hasValueSatisfying(
            probe -> {
              assertThat(probe.interval()).hasSeconds(5);
              assertThat(probe.timeout()).hasSeconds(2);
              assertThat(probe.startPeriod()).hasSeconds(1);
              assertThat(probe.retries()).isEqualTo(2);
            });
  }

  @ParameterizedTest
  @CsvSource({"curl,5,5,0,3", "/x,0,5,0,3", "/x,5,0,0,3", "/x,5,5,-1,3", "/x,5,5,0,0"})
  void refusesAHealthCheckThatCannotWork(
      String program, int interval, int timeout, int startPeriod, int retries) {
    ImageDescriptor descriptor =
        TestDescriptor.bare()
            .with(
                "healthCheck",
                new ImageDescriptor.HealthProbe(
                    List.of(program), interval, timeout, startPeriod, retries))
            .build();
    assertThatThrownBy(() -> ImageSpec.from(descriptor))
        .hasMessageStartingWith("[BadHealthCheck] the health check cannot work: ");
  }
}
