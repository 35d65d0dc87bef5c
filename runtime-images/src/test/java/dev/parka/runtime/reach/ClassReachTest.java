package dev.parka.runtime.reach;

import static dev.parka.runtime.reach.Running.jar;
import static dev.parka.runtime.reach.Running.reached;
import static dev.parka.runtime.reach.Running.roots;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.testing.Jars;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a reached class refers to or names is reached, by a shortest way. */
class ClassReachTest {

  @Test
  void reachesWhatIsReferredToAndNothingElse() {
    Reached reached =
        reached(
            roots(),
            jar("new B();", "class B { C[][] field; }", "class C {}", "class D {}").source("a"));

    assertThat(names(reached)).containsExactlyInAnyOrder("a/App", "a/B", "a/C");
  }

  @Test
  void findsTheShortestWayWhateverTheOrderOfJars() {
    List<ClassSource> jars = new ArrayList<>();
    jars.add(
        jar(
                "new Long1(); new Short8(); new Short9();",
                "class Long1 { Long2 next; }",
                "class Long2 { Target next; }",
                "class Short8 { Target next; }",
                "class Short9 { Target next; }",
                "class Target {}")
            .source("app.jar"));
    jars.add(source("1.jar", "class Long1 { Long2 next; }", "class Long2 {}"));
    jars.add(source("2.jar", "class Target {}"));
    jars.add(
        source(
            "3.jar",
            "class Short9 { Target next; }",
            "class Target { Long1 back; }",
            "class Long1 {}"));
    Random random = new Random(3);
    for (int i = 0; i < 10; i++) {
      Collections.shuffle(jars, random);
      // Short8 and Short9 are as near: the smaller name wins.
      assertThat(chain(reached(roots(), jars.toArray(ClassSource[]::new)), "a/Target"))
          .containsExactly("a/App", "a/Short8", "a/Target");
    }
  }

  @Test
  void reachesClassesByTheirNamesInStrings() {
    for (String text : List.of("a.B", "a/B", "a/B.class", "La/B;", "/a/B.class")) {
      Reached reached =
          reached(roots(), jar("System.out.println(\"" + text + "\");", "class B {}").source("a"));
      assertThat(step(reached, "a/B").kind()).as(text).isEqualTo(Step.Kind.STRING);
    }
    for (String text : List.of("B", "a.Bb", "a.B x", "a..B", ".a.B", "a.B.")) {
      Reached reached =
          reached(roots(), jar("System.out.println(\"" + text + "\");", "class B {}").source("a"));
      assertThat(reached.find("a/B")).as(text).isNull();
    }
  }

  @Test
  void prefersAReferenceToAName() {
    Reached reached =
        reached(
            roots(),
            jar("System.out.println(\"a.B\"); new C();", "class B {}", "class C { B b; }")
                .source("a"));
    assertThat(step(reached, "a/B").depth()).isEqualTo(1);

    Reached both =
        reached(roots(), jar("System.out.println(\"a.B\"); new B();", "class B {}").source("a"));
    assertThat(step(both, "a/B").kind()).isEqualTo(Step.Kind.REFERENCE);
  }

  @Test
  void reachesProvidersWithTheirOwnService() {
    Jars.Entries entries =
        jar(
                "S s = null; java.util.Objects.isNull(S.class);",
                "interface S {}",
                "class P {}",
                "interface T {}",
                "class Q {}")
            .text("META-INF/services/a.S", "a.P # the one\n")
            .text("META-INF/services/a.T", "a.Q\n");

    Reached reached = reached(roots(), entries.source("a"));

    assertThat(step(reached, "a/P"))
        .isEqualTo(new Step("a/App", Step.Kind.SERVICE, 1, "META-INF/services"));
    assertThat(reached.find("a/Q")).isNull();
  }

  @Test
  void reachesProvidersOfTheJdkWithAnythingOfItsPackage() {
    String service = "META-INF/services/java.sql.Driver";
    assertThat(
            step(
                reached(
                    roots(),
                    jar("java.sql.DriverManager.getDrivers();", "class P {}")
                        .text(service, "a.P")
                        .source("a")),
                "a/P"))
        .isEqualTo(new Step("a/App", Step.Kind.SERVICE, 1, "META-INF/services"));
    assertThat(reached(roots(), jar("", "class P {}").text(service, "a.P").source("a")).find("a/P"))
        .isNull();
  }

  @Test
  void reachesProvidersThatEveryVirtualMachineLooksUp() {
    Reached reached =
        reached(
            roots(),
            jar("", "class P {}", "class Q {}")
                .text("META-INF/services/java.nio.file.spi.FileSystemProvider", "a.P")
                .text("META-INF/services/java.lang.System$LoggerFinder", "a.Q")
                .source("a"));

    assertThat(names(reached)).contains("a/P", "a/Q");
  }

  @Test
  void reachesTheClassesThatAnnotationsHaveForValues() {
    Reached reached =
        reached(
            roots(),
            jar(
                    "new B();",
                    "@Mark(C.class) class B { @Mark({D.class, E[].class}) int f; }",
                    "class C {}",
                    "class D {}",
                    "class E {}",
                    "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)"
                        + " @interface Mark { Class<?>[] value(); }")
                .source("a"));

    assertThat(names(reached)).contains("a/C", "a/D", "a/E").doesNotContain("a/Mark");
  }

  @Test
  void followsBothDefinitionsOfAClass() {
    Reached reached =
        reached(
            roots(),
            jar("new B();", "class B { C c; }", "class C {}").source("1.jar"),
            source("2.jar", "class B { D d; }", "class D {}"));

    assertThat(names(reached)).contains("a/C", "a/D");
    assertThat(Objects.requireNonNull(reached.find("a/B")).definitions()).hasSize(2);
  }

  @Test
  void reachesWhatFilesMentionOrHintAt() {
    ClassSource jar = jar("", "class B { C c; }", "class C {}").source("a");

    assertThat(step(reached(Running.mentioning("a/B"), jar), "a/B"))
        .isEqualTo(new Step(null, Step.Kind.MENTION, 0, "f"));
    assertThat(step(reached(Running.hinting("a/B"), jar), "a/B").isWeak()).isTrue();
    assertThat(names(reached(Running.hinting("a/B"), jar))).contains("a/C");
  }

  private static ClassSource source(String name, String... classes) {
    String[] sources = classes.clone();
    for (int i = 0; i < sources.length; i++) {
      sources[i] = "package a; " + sources[i];
    }
    return Jars.entries().classes(sources).source(name);
  }

  private static List<String> names(Reached reached) {
    return reached.classes().stream().map(ReachedClass::name).toList();
  }

  private static List<String> chain(Reached reached, String name) {
    return reached.chain(Objects.requireNonNull(reached.find(name))).stream()
        .map(ReachedClass::name)
        .toList();
  }

  private static Step step(Reached reached, String name) {
    return Objects.requireNonNull(reached.find(name), name).step();
  }
}
