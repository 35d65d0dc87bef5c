package com.example.springweb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.image.BuiltImage;
import dev.parka.image.ContainerImages;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.strip.StripKind;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.boot.BootPlan;
import dev.parka.verify.boot.Probe;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GreetingsImageIT {

  private static final BootPlan BOOT =
      BootPlan.DEFAULT
          .withProbe(new Probe.Http(8080, "/greeting?name=Parka"))
          .within(Duration.ofMinutes(2), Duration.ofSeconds(30));

  @Test
  void answersWithoutTheNativeLibrariesOfTheDesktop() {
    try (BuiltImage image =
        ContainerImages.of(new GreetingsImage())
            .classPath(ClassPath.parse("target/spring-web.jar:target/lib/*"))
            .build()) {
      assertThat(image.modules()).extracting(Object::toString).contains("java.desktop");
      assertThat(image.saved().get(StripKind.NATIVE_LIBRARIES)).isGreaterThan(2_000_000);
      VerificationReport report = image.verify(BOOT);
      assertThat(report.findings()).as(report.renderVerdict()).isEmpty();
    }
  }
}
