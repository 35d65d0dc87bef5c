package dev.parka.runtime.reach;

import static dev.parka.runtime.reach.Running.jar;
import static dev.parka.runtime.reach.Running.uses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.testing.Compiled;
import dev.parka.runtime.testing.Jars;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;

/** Two jars may disagree on which class extends which; classes in one may be made to confuse. */
@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileHierarchyTest {

  @Test
  void survivesJarsThatDisagree() {
    Map<String, byte[]> one =
        Compiled.of(
            "package a; class C { void go() { step(); } void step() {} }",
            "package a; class D extends C { void step() { new java.util.Timer(); } }");
    Map<String, byte[]> two =
        Compiled.of(
            "package a; class D { void go() { step(); } void step() {} }",
            "package a; class C extends D { void step() { new java.util.Random(); } }");
    Jars.Entries app =
        jar("new D().go(); new C();", "class C extends D {}", "class D { void go() {} }");
    app.files().keySet().removeIf(name -> !name.equals("a/App.class"));

    assertThat(
            uses(
                app.source("app.jar"),
                ClassSource.of("one.jar", one),
                ClassSource.of("two.jar", two)))
        .contains("java.util.Timer", "java.util.Random");
  }

  @Test
  void survivesInterfacesThatAreInheritedInMillionsOfWays() {
    int count = 40;
    Jars.Entries entries =
        jar(
            "I0 made = new B(); made.go(); made.missing();",
            "interface I0 { void go(); void missing(); }",
            "class B implements I0 { public void go() { new java.util.Timer(); }"
                + " public void missing() {} }");
    for (int i = 1; i <= count; i++) {
      String below = "a/I" + (i - 1);
      entries.bytes("a/J" + i + ".class", type("a/J" + i, below));
      entries.bytes("a/K" + i + ".class", type("a/K" + i, below));
      entries.bytes("a/I" + i + ".class", type("a/I" + i, "a/J" + i, "a/K" + i));
    }
    byte[] b =
        Compiled.of(
                "package a; interface I0 { void go(); void missing(); }",
                "package a; interface I40 extends I0 {}",
                "package a; class B implements I40 {"
                    + " public void go() { new java.util.Timer(); } public void missing() {} }")
            .getOrDefault("a/B.class", new byte[0]);
    entries.bytes("a/B.class", b);

    assertThat(uses(entries.source("app.jar"))).contains("java.util.Timer");
  }

  @Test
  void survivesClassesThatExtendThemselves() {
    Jars.Entries entries = jar("new B();", "class B { void go() {} }");
    ClassWriter writer = new ClassWriter(0);
    writer.visit(Opcodes.V17, 0, "a/B", null, "a/B", new String[] {"a/B"});
    entries.bytes("a/B.class", writer.toByteArray());

    assertThat(uses(entries.source("app.jar"))).isNotEmpty();
  }

  @Test
  void survivesTallHierarchies() {
    int count = 3_000;
    Jars.Entries entries = jar("new B3000();", "class B3000 {}");
    for (int i = 1; i <= count; i++) {
      ClassWriter writer = new ClassWriter(0);
      String parent = i == 1 ? "java/util/Timer" : "a/B" + (i - 1);
      writer.visit(Opcodes.V17, 0, "a/B" + i, null, parent, null);
      entries.bytes("a/B" + i + ".class", writer.toByteArray());
    }

    assertThat(uses(entries.source("app.jar"))).contains("java.util.Timer");
  }

  private static byte[] type(String name, String... parents) {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(
        Opcodes.V17,
        Opcodes.ACC_INTERFACE | Opcodes.ACC_ABSTRACT,
        name,
        null,
        "java/lang/Object",
        parents);
    return writer.toByteArray();
  }
}
