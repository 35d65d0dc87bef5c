package dev.parka.runtime.modules;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Why a module is among those that an application gets, or why not.
 *
 * @param module which one
 * @param standing whether it is, and how it came there
 * @param reasons what speaks for it, the best first; for one that was left out, what names it
 * @param chains for each root module that requires it, directly or not, the way there
 * @param addition what adding it would bring
 */
public record Explanation(
    ModuleName module,
    Standing standing,
    List<Reason> reasons,
    List<List<ModuleName>> chains,
    Addition addition) {

  /** Copies the lists. */
  public Explanation {
    reasons = List.copyOf(reasons);
    chains = chains.stream().map(List::copyOf).toList();
  }

  /** How a module stands to an application. */
  public enum Standing {
    /** It is a root module: the application needs it. */
    NEEDED,
    /** Modules that the application needs require it. */
    REQUIRED,
    /** Something refers to it or names it, and it was left out all the same. */
    LEFT_OUT,
    /** Nothing on the class path leads to it. */
    NOT_NEEDED;

    /** Whether the application gets it. */
    public boolean isThere() {
      return this == NEEDED || this == REQUIRED;
    }
  }

  /**
   * What adding a module would bring.
   *
   * @param modules those that are not there yet, itself among them
   * @param bytes their classes and resources, unpacked
   * @param requiring modules of the JDK that require it directly, and would bring it along
   * @param services the services that it provides
   */
  public record Addition(
      SortedSet<ModuleName> modules,
      long bytes,
      SortedSet<ModuleName> requiring,
      SortedSet<String> services) {

    /** Copies the sets. */
    public Addition {
      modules = Collections.unmodifiableSortedSet(new TreeSet<>(modules));
      requiring = Collections.unmodifiableSortedSet(new TreeSet<>(requiring));
      services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
    }
  }

  /**
   * Explains a module.
   *
   * @param roots what the application needs; best with every reason, which {@link
   *     ReferenceInference#withEveryReason} gives
   * @param catalog the modules of the JDK
   * @throws ParkaException [UnknownModule] with near misses if the JDK does not have it
   */
  public static Explanation of(ModuleName module, RootModules roots, ModuleCatalog catalog) {
    List<Problem> unknown = KnownModules.unknown(Set.of(module), catalog);
    if (!unknown.isEmpty()) {
      throw new ParkaException(unknown);
    }
    ModuleGraph graph = ModuleGraph.of(catalog, roots.names());
    Standing standing = standing(module, roots, graph);
    List<Reason> reasons =
        standing.isThere() ? roots.reasons().get(module) : roots.leftOut().get(module);
    return new Explanation(
        module,
        standing,
        reasons == null ? List.of() : reasons,
        graph.chains(roots.names(), module),
        addition(module, graph, catalog));
  }

  private static Standing standing(ModuleName module, RootModules roots, ModuleGraph graph) {
    if (roots.reasons().containsKey(module)) {
      return Standing.NEEDED;
    }
    if (graph.requires().containsKey(module)) {
      return Standing.REQUIRED;
    }
    return roots.leftOut().containsKey(module) ? Standing.LEFT_OUT : Standing.NOT_NEEDED;
  }

  private static Addition addition(ModuleName module, ModuleGraph graph, ModuleCatalog catalog) {
    SortedSet<ModuleName> added = new TreeSet<>(catalog.closure(Set.of(module)));
    added.removeAll(graph.names());
    return new Addition(
        added,
        catalog.bytes(added),
        ModuleGraph.of(catalog, catalog.names()).requiring(module),
        new TreeSet<>(catalog.provides(module).keySet()));
  }
}
