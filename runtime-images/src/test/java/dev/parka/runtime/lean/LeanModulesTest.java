package dev.parka.runtime.lean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.classes.BadClassFileException;
import dev.parka.runtime.classes.ClassFile;
import dev.parka.runtime.classes.ClassFileReader;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.testing.Compiled;
import dev.parka.runtime.trace.Trace;
import dev.parka.runtime.trace.TraceMode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
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

  private static final String PHASER = "java.util.concurrent.Phaser";
  private static final String PHASER_FILE = "/java.base/java/util/concurrent/Phaser.class";

  /** By what code leads to. */
  private static ExcludedResources notReached;

  /** By what a run loaded, with one class that the user keeps. */
  private static ExcludedResources notNear;

  @BeforeAll
  static void find() {
    notReached = leftOut(Optional.empty(), List.of());
    notNear = leftOut(Optional.of(run("java.lang.System", "java.util.HashMap")), List.of(PHASER));
  }

  private static Trace run(String... loaded) {
    SortedMap<ModuleName, SortedSet<String>> classes = new TreeMap<>();
    classes.put(ModuleName.JAVA_BASE, new TreeSet<>(List.of(loaded)));
    return new Trace(classes, Optional.empty());
  }

  private static ExcludedResources leftOut(Optional<Trace> recorded, List<String> kept) {
    InferenceRequest application =
        new InferenceRequest(
            Jdk.running(),
            List.of(ClassSource.of("app.jar", Compiled.of(HELLO))),
            Optional.of(new ClassName("com.acme.App")),
            InferenceRequest.Wishes.NONE);
    return LeanModules.of(
        new LeanRequest(
            application,
            new TreeSet<>(List.of(ModuleName.JAVA_BASE)),
            recorded,
            TraceMode.TRACE_ONLY,
            kept));
  }

  @Test
  void leavesOutWhatIsNotReachedAndSaysWhyTheRestStays() {
    assertThat(notReached.patterns())
        .isSorted()
        .contains(PHASER_FILE)
        .doesNotContain(
            "/java.base/module-info.class",
            "/java.base/java/lang/Object.class",
            "/java.base/java/io/PrintStream.class");
    assertThat(notReached.chain("java.io.PrintStream")).isNotEmpty();
    assertThat(notReached.chain(PHASER)).isEmpty();
  }

  @Test
  void keepsWhatTheUserKeeps() {
    assertThat(notNear.patterns()).doesNotContain(PHASER_FILE);
  }

  @Test
  void keepsWhatRunsLoadedAndWhatIsAStepAway() {
    assertThat(notNear.patterns())
        .isSorted()
        .hasSizeGreaterThan(notReached.patterns().size() + 500)
        .doesNotContain(
            "/java.base/java/io/PrintStream.class",
            "/java.base/java/lang/System.class",
            "/java.base/java/util/HashMap.class",
            "/java.base/java/util/HashMap$TreeNode.class",
            "/java.base/java/util/HashMap$KeyIterator.class");
  }

  /** Of every class that stays all supertypes do: without them it could not even be read. */
  @Test
  void leavesNoClassWithoutItsSupertypes() throws IOException, BadClassFileException {
    Set<String> gone = new TreeSet<>(notNear.patterns());
    try (ModuleCatalog catalog = ModuleCatalog.open(Jdk.running())) {
      ClassFileReader reader = new ClassFileReader(0xffff);
      for (String path : catalog.files(ModuleName.JAVA_BASE).keySet()) {
        if (!path.endsWith(".class")
            || path.equals("module-info.class")
            || gone.contains("/java.base/" + path)
            || isForItsPackage(binaryName(path))) {
          continue;
        }
        ClassFile file = reader.read(catalog.file(ModuleName.JAVA_BASE, path).orElseThrow());
        List<String> supertypes = new ArrayList<>(file.interfaces());
        if (file.superName() != null) {
          supertypes.add(file.superName());
        }
        assertThat(supertypes)
            .as(path)
            .noneMatch(name -> gone.contains("/java.base/" + name + ".class"));
      }
    }
  }

  /** Nobody loads what stays only because jlink wants a class in each package. */
  private static boolean isForItsPackage(String name) {
    return notNear.kept().get(name).how().equals("its module needs");
  }

  private static String binaryName(String path) {
    return path.substring(0, path.length() - ".class".length()).replace('/', '.');
  }

  @Test
  void givesTheSameAnswerAgain() {
    assertThat(leftOut(Optional.empty(), List.of())).isEqualTo(notReached);
  }
}
