package com.example.count;

import static dev.parka.junit.ParkaAssertions.assertThat;

import dev.parka.image.BuiltImage;
import dev.parka.junit.ContainerImageTest;
import dev.parka.verify.boot.RunningImage;
import org.junit.jupiter.api.Test;

@ContainerImageTest(
    value = CountImage.class,
    arguments = {"--words", "/etc/passwd"})
class CountImageIT {

  @Test
  void isSmall(BuiltImage image) {
    assertThat(image).isSmallerThan("20 MB").runsAsNonRoot().hasNoShell().hasNoFindings();
  }

  @Test
  void countsAndExits(RunningImage count) {
    assertThat(count).hasLogLine("[0-9]+ /etc/passwd").exits(0);
  }
}
