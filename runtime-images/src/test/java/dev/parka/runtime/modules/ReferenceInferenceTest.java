package dev.parka.runtime.modules;

import static dev.parka.runtime.modules.Inferring.infer;
import static dev.parka.runtime.modules.Inferring.inferMain;
import static dev.parka.runtime.modules.Inferring.names;
import static dev.parka.runtime.modules.Inferring.reasons;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.testing.Jars;
import dev.parka.runtime.testing.OtherJdk;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

class ReferenceInferenceTest {

  private static final String APP =
      """
      package com.acme;
      public class App {
        public static void main(String[] args) throws Exception {
          java.sql.DriverManager.getDrivers();
        }
      }
      """;

  @Test
  void namesTheModuleOfAReferencedClass() {
    RootModules modules = infer(Jars.entries().classes(APP).source("app.jar"));

    assertThat(names(modules)).containsExactly("java.base", "java.sql");
    assertThat(reasons(modules, "java.sql"))
        .containsExactly("com.acme.App → java.sql.DriverManager (app.jar)");
    assertThat(reasons(modules, "java.base")).containsExactly("every application needs it");
    assertThat(modules.warnings()).isEmpty();
  }

  @Test
  void readsJarsAndDirectoriesAlike(@TempDir Path folder) throws IOException {
    Jars.Entries entries = Jars.entries().classes(APP);
    Path jar = entries.jar(folder.resolve("app.jar"));
    Path classes = Jars.explode(folder.resolve("target/some"), entries.files());

    assertThat(reasons(infer(ClassSource.jar(jar)), "java.sql"))
        .containsExactly("com.acme.App → java.sql.DriverManager (app.jar)");
    assertThat(reasons(infer(ClassSource.directory(classes)), "java.sql"))
        .containsExactly("com.acme.App → java.sql.DriverManager (classes)");
  }

  @Test
  void findsNothingInNothing() {
    assertThat(names(infer())).containsExactly("java.base");
  }

  @Test
  void countsOnlyWhatIsReachedFromTheMainClass() {
    ClassSource library =
        Jars.entries()
            .classes("package a; class A { java.sql.Driver driver; }")
            .source("library.jar");
    ClassSource app = Jars.entries().classes(APP).source("app.jar");

    List<String> reasons = reasons(inferMain("com.acme.App", library, app), "java.sql");

    assertThat(reasons).containsExactly("com.acme.App → java.sql.DriverManager (app.jar)");
  }

  @Test
  void saysWhichMainClassMayHaveBeenMeant() {
    ClassSource app = Jars.entries().classes(APP).source("app.jar");

    assertThatThrownBy(() -> inferMain("com.acme.Ap", app))
        .hasMessage(
            "[NoMainClass] the main class com.acme.Ap is nowhere on the class path;"
                + " did you mean com.acme.App?");
    assertThatThrownBy(() -> inferMain("org.other.App", app))
        .hasMessage(
            "[NoMainClass] the main class org.other.App is nowhere on the class path;"
                + " did you mean com.acme.App?");
  }

  @Test
  void doesNotTakeAClassOfTheJdkForTheMainClass() {
    assertThatThrownBy(() -> inferMain("java.lang.String"))
        .hasMessage(
            "[NoMainClass] the main class java.lang.String is nowhere on the class path;"
                + " add the jar or the directory that has it");
  }

  @Test
  void saysTheSameForEveryOrderOfJars() {
    List<ClassSource> sources =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    Jars.entries()
                        .classes("package p" + i + "; class A { java.sql.Driver used; }")
                        .source("jar" + i + ".jar"))
            .collect(toCollection(ArrayList::new));
    RootModules first = infer(sources.toArray(ClassSource[]::new));
    Random random = new Random(1);

    for (int i = 0; i < 5; i++) {
      Collections.shuffle(sources, random);
      assertThat(infer(sources.toArray(ClassSource[]::new))).isEqualTo(first);
    }
    assertThat(reasons(first, "java.sql"))
        .hasSize(3)
        .first()
        .isEqualTo("p0.A → java.sql.Driver (jar0.jar)");
  }

  @Test
  void countsOnlyClassesThatTheJdkHas() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, "p/A", null, "java/lang/Object", null);
    writer.visitField(0, "ours", "Ljavax/sql/OurOwn;", null, null);
    writer.visitField(0, "internal", "Lsun/misc/Unsafe;", null, null);
    ClassSource source = Jars.entries().bytes("p/A.class", writer.toByteArray()).source("a.jar");

    assertThat(names(infer(source))).containsExactly("java.base", "jdk.unsupported");
  }

  @Test
  void takesStringsForWeakReasons() {
    ClassSource source =
        Jars.entries()
            .classes(
                "package p; class A { String[] s ="
                    + " {\"java.sql.Driver\", \"java.awt.Desktop\", \"java.sql.NoSuch\"}; }")
            .source("a.jar");

    RootModules modules = infer(source);

    assertThat(names(modules)).containsExactly("java.base", "java.desktop", "java.sql");
    assertThat(reasons(modules, "java.sql"))
        .containsExactly("p.A → the name java.sql.Driver (a.jar)");
  }

  @Test
  void findsTheMainClassInFatJars() {
    ClassSource fat = Jars.entries().classesIn("BOOT-INF/classes/", APP).source("fat.jar");

    assertThat(names(inferMain("com.acme.App", fat))).containsExactly("java.base", "java.sql");
  }

  @Test
  void reportsAllThatIsWrongTogether() {
    InferenceRequest request =
        new InferenceRequest(
            Inferring.RUNNING,
            List.of(Jars.entries().classes(APP).source("app.jar")),
            Optional.of(new ClassName("NoSuchMain")),
            Inferring.add("com.acme"));

    assertThatThrownBy(() -> new ReferenceInference().infer(request))
        .hasMessageContaining("[NoMainClass]")
        .hasMessageContaining("[UnknownModule]");
  }

  @Test
  void infersForAnotherJdk() {
    Optional<Jdk> other = OtherJdk.find();
    assumeTrue(other.isPresent(), "only one JDK in /usr/lib/jvm");
    InferenceRequest request =
        new InferenceRequest(
            other.orElseThrow(),
            List.of(Jars.entries().classes(APP).source("app.jar")),
            Optional.of(new ClassName("com.acme.App")),
            InferenceRequest.Wishes.NONE);

    assertThat(names(new ReferenceInference().infer(request)))
        .containsExactly("java.base", "java.sql");
  }
}
