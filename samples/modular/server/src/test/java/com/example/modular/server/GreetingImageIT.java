package com.example.modular.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.image.BuiltImage;
import dev.parka.image.ContainerImages;
import dev.parka.runtime.classes.ModulePath;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.boot.BootPlan;
import dev.parka.verify.boot.Probe;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GreetingImageIT {

  private static final BootPlan BOOT =
      BootPlan.DEFAULT
          .withProbe(new Probe.Http(8080, "/en/world"))
          .within(Duration.ofMinutes(2), Duration.ofSeconds(30));

  @Test
  void findsAProviderByWhatItsModuleSays() {
    try (BuiltImage image =
        ContainerImages.of(GreetingServer.class::getName)
            .modulePath(ModulePath.parse("target/server.jar:target/lib"))
            .build()) {
      assertThat(image.modules())
          .extracting(Object::toString)
          .containsExactly("java.base", "jdk.httpserver");
      VerificationReport report = image.verify(BOOT);
      assertThat(report.isGood()).as(report.renderVerdict()).isTrue();
    }
  }
}
