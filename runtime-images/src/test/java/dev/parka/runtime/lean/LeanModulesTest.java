package dev.parka.runtime.lean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.testing.Compiled;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LeanModulesTest {

  private static final String HELLO =
      """
      package com.acme;
      public class App {
        public static void main(String[] args) {
          System.out.println("hello");
        }
      }
      """;

  private static ExcludedResources leftOut(List<String> kept) {
    InferenceRequest application =
        new InferenceRequest(
            Jdk.running(),
            List.of(ClassSource.of("app.jar", Compiled.of(HELLO))),
            Optional.of(new ClassName("com.acme.App")),
            InferenceRequest.Wishes.NONE);
    return LeanModules.of(
        new LeanRequest(
            application, new TreeSet<>(List.of(ModuleName.JAVA_BASE)), Optional.empty(), kept));
  }

  @Test
  void leavesOutWhatIsNotReachedAndSaysWhyTheRestStays() {
    ExcludedResources leftOut = leftOut(List.of());
    assertThat(leftOut.patterns())
        .isSorted()
        .contains("/java.base/java/util/concurrent/Phaser.class")
        .doesNotContain(
            "/java.base/module-info.class",
            "/java.base/java/lang/Object.class",
            "/java.base/java/io/PrintStream.class");
    assertThat(leftOut.chain("java.io.PrintStream")).isNotEmpty();
    assertThat(leftOut.chain("java.util.concurrent.Phaser")).isEmpty();
  }

  @Test
  void keepsWhatTheUserKeeps() {
    assertThat(leftOut(List.of("java.util.concurrent.Phaser")).patterns())
        .doesNotContain("/java.base/java/util/concurrent/Phaser.class");
  }
}
