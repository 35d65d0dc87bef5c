package dev.parka.runtime.modules;

import static java.util.stream.Collectors.joining;

import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.classes.ApplicationModule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What keeps {@code java} from starting modules. jdeps and jlink look at none of it and end well,
 * or end without a word of which jar it is.
 */
final class ModuleChecks {

  private ModuleChecks() {}

  /** Modules of one name: which of them {@code java} takes hangs on the order of the path. */
  static List<Problem> duplicates(List<ApplicationModule> modules) {
    return shared(
        modules,
        module -> Set.of(module.moduleName()),
        (name, owners) ->
            new Problem(
                RuntimeProblem.DUPLICATE_MODULE,
                Printable.of(
                    "the module "
                        + name
                        + " is in "
                        + owners.stream()
                            .map(module -> module.location().toString())
                            .collect(joining(" and in "))),
                "keep one of them on the module path"));
  }

  /** Packages that several of the modules that are started have. */
  static List<Problem> splitPackages(List<ApplicationModule> resolved) {
    return shared(
        resolved,
        ApplicationModule::packages,
        (name, owners) ->
            new Problem(
                RuntimeProblem.SPLIT_PACKAGE,
                Printable.of(
                    "the package "
                        + name
                        + " is in the modules "
                        + owners.stream()
                            .map(module -> module.moduleName() + " (" + module.location() + ")")
                            .collect(joining(" and "))),
                "keep it in one of them, or put the jars on the class path"));
  }

  /** A module that another requires and nobody has. */
  static Problem unknown(
      String required, ApplicationModule by, ModuleCatalog catalog, Collection<String> modules) {
    Set<String> known = new TreeSet<>(modules);
    catalog.names().forEach(name -> known.add(name.value()));
    return new Problem(
        RuntimeProblem.UNKNOWN_MODULE,
        Printable.of(
            by.moduleName()
                + " requires "
                + required
                + ", which is neither on the module path nor in JDK "
                + catalog.jdk().version()),
        NearMisses.question(required, known, "add the jar that has it to the module path"));
  }

  /** A module to start that is not there. */
  static Problem unknownRoot(String root, Collection<String> modules) {
    return new Problem(
        RuntimeProblem.UNKNOWN_MODULE,
        "the module " + Printable.of(root) + " is to be started, but is not on the module path",
        NearMisses.question(root, modules, "add the jar that has it to the module path"));
  }

  private interface Telling {
    Problem problem(String shared, List<ApplicationModule> owners);
  }

  private static List<Problem> shared(
      List<ApplicationModule> modules,
      Function<ApplicationModule, Set<String>> names,
      Telling telling) {
    SortedMap<String, List<ApplicationModule>> owners = new TreeMap<>();
    for (ApplicationModule module : modules) {
      for (String name : names.apply(module)) {
        owners.computeIfAbsent(name, n -> new ArrayList<>()).add(module);
      }
    }
    List<Problem> problems = new ArrayList<>();
    owners.forEach(
        (name, several) -> {
          if (several.size() > 1) {
            problems.add(telling.problem(name, several));
          }
        });
    return problems;
  }
}
