package dev.parka.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.annotations.Strip;
import dev.parka.plan.ModuleChoice;
import dev.parka.runtime.Problem;
import dev.parka.runtime.lean.ExcludedResources;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.trace.TraceMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
  void warnsOfWhatNoRecordedRunDid() {
    ModuleName base = ModuleName.JAVA_BASE;
    TreeMap<ModuleName, SortedMap<String, Long>> files = new TreeMap<>();
    files.put(base, new TreeMap<>(Map.of("java/util/Timer.class", 1L)));
    assertThat(
            LeftOutClasses.warning(
                new ExcludedResources(files, new TreeMap<>(), new TreeMap<>()),
                ModuleChoice.DEFAULT
                    .withTraces(List.of(Path.of("run.log")))
                    .withMode(TraceMode.TRACE_ONLY)))
        .map(Problem::toString)
        .contains(
            "[ClassesLeftOut] 1 files of the JDK are left out that recorded runs and the"
                + " application's own code do not lead to in one step, and what no run did may fail"
                + " without them; record all that the image is for, boot it with --verify and run"
                + " the same in it, or let the runs add to what code leads to"
                + " (--trace-mode=union)");
  }

  @Test
  void saysNothingWhereNothingIsLeftOut() {
    assertThat(
            LeftOutClasses.warning(
                new ExcludedResources(new TreeMap<>(), new TreeMap<>(), new TreeMap<>()),
                ModuleChoice.DEFAULT))
        .isEmpty();
  }

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
