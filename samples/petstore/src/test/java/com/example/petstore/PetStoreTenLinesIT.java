package com.example.petstore;

import static dev.parka.junit.ParkaAssertions.assertThat;

import dev.parka.image.BuiltImage;
import dev.parka.junit.ContainerImageTest;
import dev.parka.verify.boot.RunningImage;
import org.junit.jupiter.api.Test;

/** What tests of an image look like. */
@ContainerImageTest(value = PetStoreImage.class, ready = "/health")
class PetStoreTenLinesIT {

  @Test
  void isSmallAndTheSameEveryTime(BuiltImage image) {
    assertThat(image).hasModules("jdk.httpserver").isSmallerThan("20 MB").runsAsNonRoot();
    assertThat(image).hasNoShell().hasNoFindings().isReproducible();
  }

  @Test
  void answersAndStops(RunningImage store) {
    assertThat(store).answers("/pets", "[]").hasLogLine("open on port").stopsCleanly();
  }
}
