package com.example.springjpa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.image.BuiltImage;
import dev.parka.image.ContainerImages;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.boot.BootPlan;
import dev.parka.verify.boot.Probe;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LibraryImageIT {

  private static final BootPlan BOOT =
      BootPlan.DEFAULT
          .withProbe(new Probe.Http(8080, "/books?title=earth"))
          .within(Duration.ofMinutes(2), Duration.ofSeconds(30));

  @Test
  void lendsBooksFromOneExecutableJar() {
    try (BuiltImage image =
        ContainerImages.of(Library.class::getName)
            .classPath(ClassPath.parse("target/spring-jpa.jar"))
            .build()) {
      assertThat(image.modules()).extracting(Object::toString).contains("java.sql");
      VerificationReport report = image.verify(BOOT);
      assertThat(report.isGood()).as(report.renderVerdict()).isTrue();
    }
  }
}
