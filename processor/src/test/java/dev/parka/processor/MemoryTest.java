package dev.parka.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.parka.runtime.modules.ModuleInference;
import dev.parka.runtime.modules.ReferenceInference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compilations that follow each other and share a directory to remember in. */
final class MemoryTest {

  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

  private static final String APP =
      """
      package com.acme;

      import dev.parka.annotations.ContainerImage;

      @ContainerImage
      final class App {
        public static void main(String[] arguments) {
          new q.First();
        }
      }
      """;

  @TempDir private Path folder;
  private Path cache;
  private Path first;
  private Path second;
  private int inferred;

  @BeforeEach
  void makeTwoJarsOfWhichOneNeedsTheOther() throws IOException {
    cache = folder.resolve("cache");
    first = folder.resolve("first.jar");
    second = folder.resolve("second.jar");
    second("java.util.prefs.Preferences.userRoot()");
    Jars.compile(
        first, Map.of("First.java", "package q; public class First extends r.Second {}"), both());
    age(first);
  }

  @Test
  void saysTheSameAndInfersOnce() {
    String without = modules(List.of());
    String found = modules(remembering());

    assertThat(found).isEqualTo(without).contains("\njava.prefs\n");
    assertThat(modules(remembering())).isEqualTo(without);
    assertThat(inferred).isEqualTo(2);
  }

  @Test
  void seesThatAJarWasReplacedBehindAnotherThatWasNot() throws IOException {
    assertThat(modules(remembering())).contains("\njava.prefs\n");
    second("java.util.logging.Logger.getLogger(\"\")");

    assertThat(modules(remembering())).contains("\njava.logging\n").doesNotContain("java.prefs");
  }

  @Test
  void reachesNowhereWithoutTheOption() throws IOException {
    modules(List.of());

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactlyInAnyOrder(first, second);
    }
  }

  @Test
  void survivesADirectoryThatCannotBeMade() throws IOException {
    Files.createFile(folder.resolve("file"));

    assertThat(modules(List.of("-Aparka.cache=" + folder.resolve("file/cache"))))
        .contains("\njava.prefs\n");
  }

  private List<String> remembering() {
    return List.of("-Aparka.cache=" + cache);
  }

  private String modules(List<String> options) {
    ModuleInference counting =
        request -> {
          inferred++;
          return new ReferenceInference().infer(request);
        };
    Compilation compilation =
        Javac.compile(
            17, new ContainerImageProcessor(counting), options, both(), List.of(Javac.source(APP)));
    assertThat(compilation.errors()).isEmpty();
    return Javac.output(compilation, "com.acme.App/root-modules.txt").orElseThrow();
  }

  private List<Path> both() {
    return List.of(first, second);
  }

  private void second(String value) throws IOException {
    Jars.compile(
        second,
        Map.of("Second.java", "package r; public class Second { Object kept = " + value + "; }"),
        List.of());
    age(second);
  }

  /** What was written just now is looked at again. */
  private static void age(Path jar) throws IOException {
    Files.setLastModifiedTime(jar, LONG_AGO);
  }
}
