package dev.parka.runtime.complete;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.classes.BadClassFileException;
import dev.parka.runtime.classes.ClassDefinition;
import dev.parka.runtime.classes.MemberReference;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.runtime.modules.KnownModules;
import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.ReachedApplication;
import dev.parka.runtime.reach.ReachedClass;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The references of an application's reached classes that do not resolve in a run-time image of
 * some modules.
 *
 * @param unresolved all of them, the worst first
 */
public record Completeness(List<Unresolved> unresolved) {

  /** Copies the list. */
  public Completeness {
    unresolved = List.copyOf(unresolved);
  }

  /**
   * Looks up every reference.
   *
   * @param request the application, and the JDK that the modules are of
   * @param modules the root modules that are linked; what they require is linked with them
   * @throws ParkaException [UnknownModule] for each module that the JDK does not have; as an
   *     inference does
   */
  public static Completeness of(InferenceRequest request, Set<ModuleName> modules) {
    return look(
        request,
        catalog -> {
          requireKnown(modules, catalog);
          SortedSet<ModuleName> linked = catalog.closure(modules);
          return (module, type) -> linked.contains(module);
        });
  }

  /** What a run-time image has of a JDK. */
  @FunctionalInterface
  public interface Linked {

    /**
     * Whether it has a class.
     *
     * @param module the class's module
     * @param type the class's internal name
     */
    boolean has(ModuleName module, String type);
  }

  /**
   * Looks up every reference in a run-time image that is there already.
   *
   * @param request the application, and a whole JDK of the image's version, which knows of each
   *     class what module it is of
   * @param image what the image has
   * @throws ParkaException as an inference does
   */
  public static Completeness of(InferenceRequest request, Linked image) {
    return look(request, catalog -> image);
  }

  private static Completeness look(
      InferenceRequest request, Function<ModuleCatalog, Linked> linkedOf) {
    SortedSet<Unresolved> found = new TreeSet<>();
    try (ReachedApplication application = ReachedApplication.of(request)) {
      Linked linked = linkedOf.apply(application.catalog());
      Members members = new Members(application);
      for (ReachedClass user : application.reached().classes()) {
        for (ClassDefinition definition : user.definitions()) {
          classes(definition, application, linked, found);
          members(definition, application, members, found);
        }
      }
    }
    return new Completeness(List.copyOf(found));
  }

  /** Whether nothing is missing that code which can run refers to, absent dependencies apart. */
  public boolean isGood() {
    return unresolved.stream().noneMatch(one -> one.kind() == Unresolved.Kind.MODULE && one.runs());
  }

  private static void requireKnown(Set<ModuleName> modules, ModuleCatalog catalog) {
    List<Problem> problems = KnownModules.unknown(modules, catalog);
    if (!problems.isEmpty()) {
      throw new ParkaException(problems);
    }
  }

  private static void classes(
      ClassDefinition definition,
      ReachedApplication application,
      Linked linked,
      Set<Unresolved> found) {
    ApplicationClasses classes = application.classes();
    ModuleCatalog catalog = application.catalog();
    for (String used : definition.file().references()) {
      if (!classes.has(used)) {
        Optional<ModuleName> module = catalog.moduleOf(used.replace('/', '.'));
        if (module.isEmpty() || !linked.has(module.get(), used)) {
          found.add(
              new Unresolved(
                  module.isPresent() ? Unresolved.Kind.MODULE : Unresolved.Kind.CLASS,
                  dotted(definition.file().name()),
                  dotted(used),
                  "",
                  definition.source().name(),
                  module,
                  application.runs(definition.file().name(), used)));
        }
      }
    }
  }

  private static void members(
      ClassDefinition definition,
      ReachedApplication application,
      Members members,
      Set<Unresolved> found) {
    try {
      for (MemberReference used : definition.file().members(owner -> !owner.startsWith("["))) {
        if (members.isMissing(used)) {
          found.add(
              new Unresolved(
                  Unresolved.Kind.MEMBER,
                  dotted(definition.file().name()),
                  dotted(used.owner()),
                  used.signature(),
                  definition.source().name(),
                  application.catalog().moduleOf(dotted(used.owner())),
                  application.runs(definition.file().name(), used.owner())));
        }
      }
    } catch (BadClassFileException e) {
      application.classes().damaged(definition, e);
    }
  }

  private static String dotted(String internalName) {
    return internalName.replace('/', '.');
  }
}
