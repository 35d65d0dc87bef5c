package dev.parka.runtime.reach;

import static dev.parka.runtime.reach.Running.uses;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Calls lead to what objects that are made have, and to nothing else. */
class DispatchTest {

  private static final String RUNS = "java.util.Timer";
  private static final String DOES_NOT = "java.util.Scanner";

  @Test
  void runsWhatIsCalledOnly() {
    assertThat(
            uses(
                "new B().called();",
                """
                class B {
                  void called() { new java.util.Timer(); }
                  void other() { new java.util.Scanner(""); }
                  static void another() { new java.util.Scanner(""); }
                }
                """))
        .contains(RUNS)
        .doesNotContain(DOES_NOT);
  }

  @Test
  void runsNothingOfClassesThatAreOnlyThere() {
    assertThat(
            uses(
                "B b = null; java.util.Objects.isNull(b);",
                "class B { static { new java.util.Scanner(\"\"); } }"))
        .doesNotContain(DOES_NOT);
  }

  @Test
  void callsThroughInterfacesWhatWasMadeBefore() {
    assertThat(
            uses(
                "I made = new C(); made.go(); D.touch();",
                "interface I { void go(); }",
                "class C implements I { public void go() { new java.util.Timer(); } }",
                "class D implements I { static void touch() {}"
                    + " public void go() { new java.util.Scanner(\"\"); } }"))
        .contains(RUNS)
        .doesNotContain(DOES_NOT);
  }

  @Test
  void callsThroughInterfacesWhatIsMadeLater() {
    assertThat(
            uses(
                "B.call(null); new C();",
                "interface I { void go(); }",
                "class B { static void call(I i) { i.go(); } }",
                "class C implements I { public void go() { new java.util.Timer(); } }"))
        .contains(RUNS);
  }

  @Test
  void callsThroughInterfacesOfSuperclasses() {
    assertThat(
            uses(
                "B.call(new D());",
                "interface I { void go(); }",
                "interface J extends I {}",
                "abstract class C implements J {}",
                "class D extends C { public void go() { new java.util.Timer(); } }",
                "class B { static void call(I i) { i.go(); } }"))
        .contains(RUNS);
  }

  @Test
  void callsWhatIsInherited() {
    assertThat(
            uses(
                "new D().go();",
                "class C { void go() { step(); } void step() { new java.util.Scanner(\"\"); } }",
                "class D extends C { @Override void step() { new java.util.Timer(); } }"))
        .contains(RUNS)
        .doesNotContain(DOES_NOT);
  }

  @Test
  void callsTheMethodsOfSuperclassesByTheirInterface() {
    assertThat(
            uses(
                "I i = new D(); i.go();",
                "interface I { void go(); }",
                "class C { public void go() { new java.util.Timer(); } }",
                "class D extends C implements I {}"))
        .contains(RUNS);
  }

  @Test
  void callsTheSuperclassWhenToldTo() {
    assertThat(
            uses(
                "new D().go();",
                "class C { void go() { new java.util.Timer(); } }",
                "class D extends C { @Override void go() { super.go(); } }"))
        .contains(RUNS);
  }

  @Test
  void callsDefaultMethodsUnlessTheyAreOverridden() {
    String[] types = {
      "interface I { default void go() { new java.util.Timer(); } }",
      "class C implements I {}",
      "class D implements I { @Override public void go() {} }",
    };
    assertThat(uses("I i = new C(); i.go();", types)).contains(RUNS);
    assertThat(uses("I i = new D(); i.go();", types)).doesNotContain(RUNS);
  }

  @Test
  void callsTheDefaultMethodOfTheMostSpecificInterface() {
    String[] types = {
      "class S implements I {}",
      "interface J extends I { @Override default void go() { new java.util.Timer(); } }",
      "class C extends S implements J {}",
    };
    assertThat(uses("I i = new C(); i.go();", with(types, "interface I { default void go() {} }")))
        .contains(RUNS);
    types[0] = "abstract class S implements I {}";
    assertThat(uses("I i = new C(); i.go();", with(types, "interface I { void go(); }")))
        .contains(RUNS);
  }

  private static String[] with(String[] types, String type) {
    String[] all = Arrays.copyOf(types, types.length + 1);
    all[types.length] = type;
    return all;
  }

  @Test
  void callsStaticAndPrivateMethodsOfInterfaces() {
    assertThat(uses("I.go();", "interface I { static void go() { new java.util.Timer(); } }"))
        .contains(RUNS);
    assertThat(
            uses(
                "new C().go();",
                "interface I { default void go() { step(); }"
                    + " private void step() { new java.util.Timer(); } }",
                "class C implements I {}"))
        .contains(RUNS);
  }

  @Test
  void callsBridges() {
    assertThat(
            uses(
                "I<String> i = new C(); i.take(\"\");",
                "interface I<T> { void take(T t); }",
                "class C implements I<String> {"
                    + " public void take(String s) { new java.util.Timer(); } }"))
        .contains(RUNS);
  }

  @Test
  void runsLambdasAndMethodReferences() {
    assertThat(uses("Runnable r = () -> new java.util.Timer(); r.run();")).contains(RUNS);
    assertThat(uses("java.util.function.Supplier<Object> s = java.util.Timer::new; s.get();"))
        .contains(RUNS);
    assertThat(
            uses(
                "Runnable r = B::go; Runnable s = new C()::go; r.run(); s.run();",
                "class B { static void go() { new java.util.Timer(); } }",
                "class C { void go() { new java.util.Random(); } }"))
        .contains(RUNS, "java.util.Random");
    assertThat(
            uses(
                "java.util.function.Supplier<Object> s = C::new; s.get();",
                "class C { C() { new java.util.Timer(); } }"))
        .contains(RUNS);
    assertThat(
            uses(
                "I i = (a) -> {}; B.call(i);",
                "interface I { void go(int a);"
                    + " default void more() { new java.util.Timer(); } }",
                "class B { static void call(I i) { i.more(); } }"))
        .contains(RUNS);
  }

  @Test
  void runsStaticInitializersOfWhatIsTouched() {
    String touched = "class B { static int x; static { new java.util.Timer(); } }";
    assertThat(uses("B.x++;", touched)).contains(RUNS);
    assertThat(uses("new C();", touched, "class C extends B {}")).contains(RUNS);
    assertThat(
            uses(
                "System.exit(B.CONSTANT);",
                "class B { static final int CONSTANT = 1; static { new java.util.Timer(); } }"))
        .doesNotContain(RUNS);
  }

  @Test
  void runsWhatTheJdkCallsBack() {
    assertThat(
            uses(
                "new Thread(new C()).start();",
                "class C implements Runnable { public void run() { new java.util.Timer(); } }"))
        .contains(RUNS);
    assertThat(
            uses(
                "java.util.Arrays.sort(args, new C());",
                "class C implements java.util.Comparator<String> {"
                    + " public int compare(String s, String t) {"
                    + " new java.util.Timer(); return 0; } }"))
        .contains(RUNS);
    assertThat(
            uses(
                "System.out.println(new C());",
                "class C { public String toString() { return \"\" + new java.util.Timer(); } }"))
        .contains(RUNS);
    assertThat(
            uses(
                "new D().start();",
                "class C extends Thread {}",
                "class D extends C { @Override public void run() { new java.util.Timer(); } }"))
        .contains(RUNS);
    assertThat(
            uses(
                "new C();",
                "class C extends java.util.AbstractList<String> {"
                    + " public String get(int i) { new java.util.Timer(); return null; }"
                    + " public int size() { return 0; }"
                    + " void own() { new java.util.Scanner(\"\"); } }"))
        .contains(RUNS)
        .doesNotContain(DOES_NOT);
  }

  @Test
  void runsCatchClauses() {
    assertThat(
            uses(
                "try { B.go(); } catch (RuntimeException e) { new java.util.Timer(); }",
                "class B { static void go() {} }"))
        .contains(RUNS, "java.lang.RuntimeException");
  }

  @Test
  void saysHowItGotThere() {
    Map<String, Use> uses =
        Running.executed(
                Running.roots(),
                Running.jar(
                        "new B().go();",
                        "class B { void go() { step(); } void step() { C.go(); } }",
                        "class C { static void go() { new java.util.Timer(); } }")
                    .source("app.jar"))
            .uses();

    assertThat(uses).containsKey("java/util/Timer");
    Use use = Objects.requireNonNull(uses.get("java/util/Timer"));
    assertThat(use.chain()).extracting(d -> d.file().name()).containsExactly("a/App", "a/B", "a/C");
    assertThat(use.method()).isEqualTo("go");
  }
}
