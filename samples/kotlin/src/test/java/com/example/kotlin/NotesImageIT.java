package com.example.kotlin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.image.BuiltImage;
import dev.parka.image.ContainerImages;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.boot.BootPlan;
import dev.parka.verify.boot.Probe;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class NotesImageIT {

  private static final BootPlan BOOT =
      BootPlan.DEFAULT
          .withProbe(new Probe.Http(8080, "/notes?jacket"))
          .within(Duration.ofMinutes(2), Duration.ofSeconds(30));

  @Test
  void servesNotes() {
    try (BuiltImage image =
        ContainerImages.of(NotesKt.class::getName)
            .classPath(ClassPath.parse("target/notes.jar:target/lib/*"))
            .build()) {
      assertThat(image.modules())
          .extracting(Object::toString)
          .containsExactly("java.base", "jdk.httpserver");
      VerificationReport report = image.verify(BOOT);
      assertThat(report.isGood()).as(report.renderVerdict()).isTrue();
    }
  }
}
