package dev.parka.runtime.reach;

import static java.util.stream.Collectors.toCollection;

import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.testing.Jars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Small applications that begin with {@code a.App}, and what of them is found to run. */
final class Running {

  private Running() {}

  /** The source of a main class with this code in its main method. */
  static String app(String code) {
    return "package a; public class App { public static void main(String[] args) throws Exception {"
        + code
        + "}}";
  }

  /** The classes of the JDK that code uses, by their binary names. */
  static SortedSet<String> uses(String code, String... classes) {
    return uses(jar(code, classes).source("app.jar"));
  }

  static SortedSet<String> uses(ClassSource... sources) {
    return uses(roots(), sources);
  }

  static SortedSet<String> uses(Roots roots, ClassSource... sources) {
    return executed(roots, sources).uses().keySet().stream()
        .map(name -> name.replace('/', '.'))
        .collect(toCollection(TreeSet::new));
  }

  static Executed executed(Roots roots, ClassSource... sources) {
    try (ApplicationClasses application = ApplicationClasses.open(List.of(sources), 17)) {
      return MethodReach.from(
              roots,
              application,
              ClassReach.from(roots, application, RunningJdk.CLASSES),
              RunningJdk.CLASSES)
          .all();
    }
  }

  static Reached reached(Roots roots, ClassSource... sources) {
    try (ApplicationClasses application = ApplicationClasses.open(List.of(sources), 17)) {
      return ClassReach.from(roots, application, RunningJdk.CLASSES);
    }
  }

  /** A jar with a main class and others in the same package. */
  static Jars.Entries jar(String code, String... classes) {
    List<String> sources = new ArrayList<>(List.of(app(code)));
    Arrays.stream(classes).map(source -> "package a; " + source).forEach(sources::add);
    return Jars.entries().classes(sources.toArray(String[]::new));
  }

  static Roots roots() {
    return new Roots(started(), new TreeSet<>(), new TreeMap<>(), new TreeMap<>());
  }

  static Roots mentioning(String name) {
    return new Roots(started(), new TreeSet<>(), new TreeMap<>(Map.of(name, "f")), new TreeMap<>());
  }

  static Roots hinting(String name) {
    return new Roots(started(), new TreeSet<>(), new TreeMap<>(), new TreeMap<>(Map.of(name, "f")));
  }

  private static SortedMap<String, String> started() {
    return new TreeMap<>(Map.of("a/App", ""));
  }
}
