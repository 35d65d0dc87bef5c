package dev.parka.runtime.modules;

import static java.util.stream.Collectors.toSet;

import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.classes.ApplicationSource;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The jars that the manifest of the main class's jar names, and that are not there. */
final class MissingJars {

  private MissingJars() {}

  static List<Problem> of(ClassName main, ApplicationClasses application) {
    Set<String> names =
        application.sources().stream().map(ApplicationSource::name).collect(toSet());
    List<Problem> problems = new ArrayList<>();
    for (ApplicationSource source : application.sources()) {
      String classPath = source.attribute("Class-Path");
      if (classPath != null && source.classes().containsKey(main.internalName())) {
        for (String named : ClassPath.namedBy(classPath)) {
          if (named.endsWith(".jar")
              && !names.contains(named.substring(named.lastIndexOf('/') + 1))) {
            problems.add(missing(source, named));
          }
        }
      }
    }
    return problems;
  }

  private static Problem missing(ApplicationSource source, String jar) {
    return new Problem(
        RuntimeProblem.MISSING_MANIFEST_ENTRY,
        Printable.of(
            source.name()
                + ", which has the main class, names "
                + jar
                + " in the Class-Path of its manifest, and no such jar is on the class path"),
        "put it where the manifest says, or ignore this if nothing needs it");
  }
}
