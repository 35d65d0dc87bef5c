package com.example.micronaut;

import static dev.parka.junit.ParkaAssertions.assertThat;

import dev.parka.image.BuiltImage;
import dev.parka.junit.ContainerImageTest;
import dev.parka.verify.boot.RunningImage;
import org.junit.jupiter.api.Test;

@ContainerImageTest(value = WeatherImage.class, ready = "/weather", timeoutSeconds = 120)
class WeatherImageIT {

  @Test
  void hasWhatNettyNeeds(BuiltImage image) {
    assertThat(image)
        .hasModules("jdk.unsupported")
        .doesNotHaveModule("jdk.localedata")
        .runsAsNonRoot()
        .hasNoFindings();
  }

  @Test
  void tellsTheWeather(RunningImage weather) {
    assertThat(weather).answers("/weather?place=Parka", "degrees").stopsCleanly();
  }
}
