package dev.parka.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.annotations.Strip;
import dev.parka.runtime.Problem;
import dev.parka.runtime.strip.StripKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOutClassesTest {

  private static final ImageDescriptor APP =
      new ImageDescriptor() {
        @Override
        public String mainClass() {
          return "com.acme.App";
        }

        @Override
        public List<Strip> strip() {
          return List.of(Strip.UNREFERENCED_CLASSES);
        }
      };

  @Test
  void leavesOutWhatNothingLeadsToAndSaysSo(@TempDir Path directory) throws IOException {
    Path classes =
        TestApplication.compile(
            directory,
            "com/acme/App.java",
            """
            package com.acme;

            public class App {
              public static void main(String[] arguments) {
                System.out.println("hello");
              }
            }
            """);
    List<String> steps = new ArrayList<>();
    try (BuiltImage image =
        ContainerImages.of(APP)
            .classPath(classes)
            .keepClasses("java.util.concurrent.Phaser")
            .listener(event -> steps.add(event.getClass().getSimpleName() + " " + event.step()))
            .build()) {
      assertThat(steps).contains("Finished finding unreferenced classes");
      assertThat(image.saved().get(StripKind.UNREFERENCED_CLASSES)).isGreaterThan(5_000_000);
      assertThat(image.warnings())
          .extracting(Problem::toString)
          .anyMatch(
              text ->
                  text.matches(
                      "\\[ClassesLeftOut] \\d+ files of the JDK are left out, and code that makes"
                          + " up their names at run time fails without them; record runs and give"
                          + " them as traces, or name what has to stay with keepClasses or"
                          + " --keep-classes"));
    }
  }
}
