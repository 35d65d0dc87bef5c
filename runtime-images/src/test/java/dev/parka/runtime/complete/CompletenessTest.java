package dev.parka.runtime.complete;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.InferenceLevel;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.testing.Compiled;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompletenessTest {

  private static final Set<ModuleName> BASE = Set.of(ModuleName.JAVA_BASE);

  @Test
  void findsAModuleThatRunningCodeNeeds() {
    Completeness found = of(BASE, main("System.out.println(java.util.logging.Level.INFO);"));
    assertThat(texts(found))
        .containsExactly("p.App → java.util.logging.Level (app.jar): java.logging is not linked");
    assertThat(found.isGood()).isFalse();
  }

  @Test
  void isContentWithTheModules() {
    Completeness found =
        of(
            Set.of(new ModuleName("java.sql")),
            main("System.out.println(java.util.logging.Level.INFO);"));
    assertThat(found.unresolved()).isEmpty();
    assertThat(found.isGood()).isTrue();
  }

  @Test
  void tellsThatOnlyDeadCodeNeedsAModule() {
    Completeness found =
        of(
            BASE,
            """
            package p;
            public class App {
              public static void main(String[] a) {}
              static void never() { System.out.println(java.util.logging.Level.INFO); }
            }
            """);
    assertThat(texts(found))
        .containsExactly(
            "p.App → java.util.logging.Level (app.jar): java.logging is not linked, and no code"
                + " that can run needs it");
    assertThat(found.isGood()).isTrue();
  }

  /** A class is not loaded without its parents, whatever its code does. */
  @Test
  void countsParentsAsNeeded() {
    Completeness found =
        of(
            BASE,
            """
            package p;
            public class App {
              public static void main(String[] a) { new Own(); }
            }
            class Own implements java.util.logging.Filter {
              public boolean isLoggable(java.util.logging.LogRecord r) { return true; }
            }
            """);
    assertThat(found.isGood()).isFalse();
    assertThat(found.unresolved().get(0).used()).isEqualTo("java.util.logging.Filter");
  }

  @Test
  void findsOptionalClassesThatAreNowhere() {
    Map<String, byte[]> files =
        Compiled.of(main("if (a.length > 9) { new Optional(); }"), "package p; class Optional {}");
    files.remove("p/Optional.class");
    Completeness found = of(BASE, files);
    assertThat(texts(found)).containsExactly("p.App → p.Optional (app.jar): it is nowhere");
    assertThat(found.unresolved()).extracting(Unresolved::kind).containsOnly(Unresolved.Kind.CLASS);
    assertThat(found.isGood()).isTrue();
  }

  @Test
  void findsMembersThatALibraryDoesNotHave() {
    Map<String, byte[]> files =
        Compiled.of(
            main("Lib.gone(1); Lib.stays(); System.out.println(Lib.field);"),
            """
            package p;
            class Lib { static long field; static void gone(int i) {} static void stays() {} }
            """);
    files.putAll(
        Compiled.of(
            """
            package p;
            class Lib { static int field; static void gone() {} static void stays() {} }
            """));
    assertThat(texts(of(BASE, files)))
        .containsExactly(
            "p.App → p.Lib (app.jar): there is no fieldJ",
            "p.App → p.Lib (app.jar): there is no gone(I)V");
  }

  @Test
  void findsMembersThatTheJdkDoesNotHave() {
    Map<String, byte[]> files = Compiled.of(main("\"a\".indexOf(\"b\"); new Object().hashCode();"));
    byte[] app = files.get("p/App.class");
    files.put("p/App.class", replace(replace(app, "indexOf", "indexUf"), "hashCode", "hushCode"));
    assertThat(texts(of(BASE, files)))
        .containsExactly(
            "p.App → java.lang.Object (app.jar): there is no hushCode()I",
            "p.App → java.lang.String (app.jar): there is no indexUf(Ljava/lang/String;)I");
  }

  @Test
  void looksMembersUpAsTheVirtualMachineDoes() {
    Completeness found =
        of(
            BASE,
            """
            package p;
            import java.lang.invoke.*;
            import java.util.*;
            public class App {
              interface Named { int SIZE = new Random().nextInt(); default String name() { return ""; } }
              interface More extends Named {}
              static class Parent { int field; void method() {} static void fixed() {} }
              static class Child extends Parent implements More {}
              enum Color { RED { void go() {} }; void go() {} }
              record Point(int x, List<String> y) {}
              public static void main(String[] a) throws Throwable {
                Child child = new Child();
                child.field = Child.SIZE;
                child.method();
                Child.fixed();
                System.out.println(child.name() + child.hashCode());
                More more = child;
                System.out.println(more.name() + more.equals(child) + more.getClass());
                MethodHandle handle = MethodHandles.lookup()
                    .findStatic(App.class, "main", MethodType.methodType(void.class, String[].class));
                if (a.length > 9) { handle.invokeExact(a); handle.invoke((Object) a); }
                VarHandle var = MethodHandles.arrayElementVarHandle(int[].class);
                int[] numbers = {1};
                System.out.println((int) var.getAndAdd(numbers, 0, 1));
                System.out.println(numbers.clone().length + a.clone().getClass().getName());
                System.out.println(Color.RED.ordinal() + Color.valueOf("RED").name() + Color.values().length);
                Color.RED.go();
                Point point = new Point(1, List.of());
                System.out.println(point.x() + " " + point.y() + point + point.hashCode() + point.equals(point));
                Map<String, String> map = new TreeMap<>();
                map.forEach((k, v) -> System.out.println(k + v));
                switch (Color.RED) { case RED -> System.out.println(); }
                StringBuilder text = new StringBuilder();
                text.append(1).setLength(0);
                System.out.println(new ArrayList<>(List.of(1)).stream().map(String::valueOf).toList());
              }
            }
            """);
    assertThat(texts(found)).isEmpty();
  }

  @Test
  void findsNothingButAbsentDependenciesInRealJars() {
    Jdk jdk = Jdk.running();
    List<ClassSource> jars =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
            .filter(entry -> entry.endsWith(".jar"))
            .map(entry -> ClassSource.jar(Path.of(entry)))
            .toList();
    Set<ModuleName> all;
    try (ModuleCatalog catalog = ModuleCatalog.open(jdk)) {
      all = catalog.names();
    }
    Completeness found =
        Completeness.of(
            new InferenceRequest(
                jdk, jars, Optional.empty(), InferenceRequest.Wishes.NONE, InferenceLevel.SAFE),
            all);
    assertThat(found.unresolved()).filteredOn(one -> one.kind() != Unresolved.Kind.CLASS).isEmpty();
    assertThat(found.isGood()).isTrue();
  }

  @Test
  void refusesEveryModuleThatTheJdkDoesNotHave() {
    assertThatThrownBy(
            () -> of(Set.of(new ModuleName("java.sqll"), new ModuleName("java.no")), main("")))
        .hasMessageContaining("[UnknownModule] JDK")
        .hasMessageContaining("has no module java.no; java --list-modules")
        .hasMessageContaining("has no module java.sqll; did you mean java.sql?");
  }

  private static String main(String body) {
    return "package p; public class App { public static void main(String[] a) { " + body + " } }";
  }

  private static Completeness of(Set<ModuleName> modules, String... sources) {
    return of(modules, Compiled.of(sources));
  }

  private static Completeness of(Set<ModuleName> modules, Map<String, byte[]> files) {
    return Completeness.of(
        new InferenceRequest(
            Jdk.running(),
            List.of(ClassSource.of("app.jar", files)),
            Optional.of(new ClassName("p.App")),
            InferenceRequest.Wishes.NONE),
        modules);
  }

  private static List<String> texts(Completeness completeness) {
    return completeness.unresolved().stream().map(Unresolved::toString).toList();
  }

  /** Of the same length, so that nothing moves. */
  private static byte[] replace(byte[] bytes, String before, String after) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.replace(before, after).getBytes(StandardCharsets.ISO_8859_1);
  }
}
