package com.example.micronaut;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.image.BuiltImage;
import dev.parka.image.ContainerImages;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.boot.BootPlan;
import dev.parka.verify.boot.Probe;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WeatherImageIT {

  private static final BootPlan BOOT =
      BootPlan.DEFAULT
          .withProbe(new Probe.Http(8080, "/weather?place=Parka"))
          .within(Duration.ofMinutes(2), Duration.ofSeconds(30));

  @Test
  void tellsTheWeather() {
    try (BuiltImage image =
        ContainerImages.of(new WeatherImage())
            .classPath(ClassPath.parse("target/micronaut.jar:target/lib/*"))
            .build()) {
      assertThat(image.modules()).extracting(Object::toString).contains("jdk.unsupported");
      VerificationReport report = image.verify(BOOT);
      assertThat(report.isGood()).as(report.renderVerdict()).isTrue();
    }
  }
}
