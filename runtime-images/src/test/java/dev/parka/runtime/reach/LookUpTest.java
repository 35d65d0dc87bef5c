package dev.parka.runtime.reach;

import static dev.parka.runtime.reach.Running.jar;
import static dev.parka.runtime.reach.Running.uses;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.testing.Compiled;
import dev.parka.runtime.testing.Jars;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Opcodes;

/** Code that is found by name, by annotation or as a service runs, although nothing calls it. */
class LookUpTest {

  private static final String B =
      """
      class B {
        B() { new java.util.Random(); }
        public void go() { new java.util.Timer(); }
        java.util.Scanner field;
      }
      """;

  private static final String WHOLE = "java.util.Timer";
  private static final String MADE = "java.util.Random";
  private static final String FIELD = "java.util.Scanner";

  @Test
  void runsAllOfWhatReflectionLooksInto() {
    assertThat(uses("B.class.getMethod(\"go\");", B)).contains(WHOLE, MADE, FIELD);
    assertThat(uses("Class.forName(\"a.B\");", B)).contains(WHOLE, MADE, FIELD);
    assertThat(uses("System.out.println(\"a/B.class\");", B)).contains(WHOLE, MADE, FIELD);
  }

  @Test
  void onlyMakesWhatItHasTheClassOf() {
    assertThat(uses("System.out.println(B.class);", B)).contains(MADE).doesNotContain(WHOLE, FIELD);
  }

  @Test
  void runsAllOfWhatFilesMention() {
    assertThat(uses(Running.mentioning("a/B"), jar("", B).source("app.jar")))
        .contains(WHOLE, MADE, FIELD);
  }

  @Test
  void runsNothingOfWhatIsHintedAt() {
    assertThat(uses(Running.hinting("a/B"), jar("", B).source("app.jar")))
        .doesNotContain(WHOLE, MADE, FIELD);
  }

  @Test
  void runsProvidersThroughTheirService() {
    String code = "for (S s : java.util.ServiceLoader.load(S.class)) s.serve();";
    String[] classes = {
      "interface S { void serve(); void unused(); }",
      """
      class P implements S {
        public P() { new java.util.Random(); }
        public void serve() { new java.util.Timer(); }
        public void unused() { new java.util.Scanner(""); }
      }
      """,
    };
    assertThat(uses(jar(code, classes).text("META-INF/services/a.S", "a.P").source("app.jar")))
        .contains(WHOLE, MADE)
        .doesNotContain(FIELD);
    assertThat(uses(code, classes)).doesNotContain(WHOLE, MADE);
  }

  @Test
  void runsProviderMethods() {
    assertThat(
            uses(
                jar(
                        "java.util.ServiceLoader.load(S.class);",
                        "interface S {}",
                        "class P { public static S provider() {"
                            + " new java.util.Timer(); return null; } }")
                    .text("META-INF/services/a.S", "a.P")
                    .source("app.jar")))
        .contains(WHOLE);
  }

  @Test
  void runsProvidersOfServicesThatTheJdkLooksUp() {
    String driver =
        """
        abstract class D implements java.sql.Driver {
          public D() { new java.util.Random(); }
          public boolean jdbcCompliant() { return new java.util.Timer() == null; }
        }
        """;
    String code = "java.sql.DriverManager.getConnection(\"jdbc:x\");";
    assertThat(uses(jar(code, driver).text("META-INF/services/java.sql.Driver", "a.D").source("a")))
        .contains(WHOLE, MADE);
    assertThat(uses(jar("", driver).text("META-INF/services/java.sql.Driver", "a.D").source("a")))
        .doesNotContain(WHOLE, MADE);
  }

  @Test
  void runsProvidersThatEveryVirtualMachineLooksUp() {
    assertThat(
            uses(
                jar("", "class F { public F() { new java.util.Timer(); } }")
                    .text("META-INF/services/java.nio.file.spi.FileSystemProvider", "a.F")
                    .source("a")))
        .contains(WHOLE);
  }

  @Test
  void runsAllOfAnnotatedClasses() {
    assertThat(uses("new C();", "@Mark " + B.replace("B", "C"), mark("RUNTIME"))).contains(WHOLE);
    assertThat(uses("new C();", "@Mark " + B.replace("B", "C"), mark("CLASS")))
        .doesNotContain(WHOLE);
    assertThat(uses("new C();", "@Deprecated " + B.replace("B", "C"))).doesNotContain(WHOLE);
  }

  @Test
  void runsAnnotatedMethodsWithWhatTheyTake() {
    assertThat(
            uses(
                "new C();",
                """
                class C {
                  @Mark void go(B b) { new java.util.concurrent.Phaser(); }
                  void other() { new java.util.concurrent.Exchanger<String>(); }
                }
                """,
                B,
                mark("RUNTIME")))
        .contains("java.util.concurrent.Phaser", WHOLE)
        .doesNotContain("java.util.concurrent.Exchanger");
  }

  @Test
  void runsTheClassesOfAnnotatedFields() {
    assertThat(uses("new C();", "class C { @Mark B b; }", B, mark("RUNTIME"))).contains(WHOLE);
    assertThat(uses("new C();", "class C { B b; }", B, mark("RUNTIME"))).doesNotContain(WHOLE);
  }

  @Test
  void followsAnnotatedFieldsHoweverFarTheyLead() {
    int count = 20_000;
    Jars.Entries entries =
        jar("new B();", "class B { @Mark C0 next; }", "class C0 {}", mark("RUNTIME"));
    for (int i = 0; i < count; i++) {
      ClassWriter writer = new ClassWriter(0);
      writer.visit(Opcodes.V17, 0, "a/C" + i, null, "java/lang/Object", null);
      FieldVisitor field = writer.visitField(0, "next", "La/C" + (i + 1) + ";", null, null);
      field.visitAnnotation("La/Mark;", true).visitEnd();
      entries.bytes("a/C" + i + ".class", writer.toByteArray());
    }
    Compiled.of("package a; class C20000 { void go() { new java.util.Timer(); } }")
        .forEach(entries::bytes);

    assertThat(uses(entries.source("app.jar"))).contains(WHOLE);
  }

  private static String mark(String retention) {
    return "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy."
        + retention
        + ") @interface Mark {}";
  }
}
