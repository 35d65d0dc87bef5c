package com.example.count;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.image.BuiltImage;
import dev.parka.image.ContainerImages;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.boot.BootPlan;
import dev.parka.verify.boot.Probe;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CountImageIT {

  private static final BootPlan BOOT =
      BootPlan.DEFAULT
          .withProbe(new Probe.Exit(0))
          .within(Duration.ofMinutes(2), Duration.ofSeconds(30));

  @Test
  void runsToItsEnd() {
    try (BuiltImage image =
        ContainerImages.of(new CountImage())
            .classPath(ClassPath.parse("target/count.jar:target/lib/*"))
            .build()) {
      assertThat(image.modules()).extracting(Object::toString).contains("java.base");
      VerificationReport report = image.verify(BOOT);
      assertThat(report.isGood()).as(report.renderVerdict()).isTrue();
    }
  }
}
