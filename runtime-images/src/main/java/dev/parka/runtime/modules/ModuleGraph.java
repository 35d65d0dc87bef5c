package dev.parka.runtime.modules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Some modules, and which of them each requires; {@code requires static} does not count. A
 * descriptor that comes from an image may say anything: nothing here minds a cycle.
 *
 * @param requires what each module requires directly, as far as it is one of them
 */
public record ModuleGraph(SortedMap<ModuleName, SortedSet<ModuleName>> requires) {

  /** A graph without modules. */
  public static final ModuleGraph NONE = new ModuleGraph(new TreeMap<>());

  /** Copies all, and leaves out what is none of the modules. */
  public ModuleGraph {
    SortedMap<ModuleName, SortedSet<ModuleName>> copy = new TreeMap<>();
    for (Map.Entry<ModuleName, SortedSet<ModuleName>> module : requires.entrySet()) {
      SortedSet<ModuleName> known = new TreeSet<>(module.getValue());
      known.retainAll(requires.keySet());
      known.remove(module.getKey());
      copy.put(module.getKey(), Collections.unmodifiableSortedSet(known));
    }
    requires = Collections.unmodifiableSortedMap(copy);
  }

  /** Of the descriptors of modules, {@code module-info.class}; damaged ones are left out. */
  public static ModuleGraph of(Collection<byte[]> descriptors) {
    SortedMap<ModuleName, SortedSet<ModuleName>> requires = new TreeMap<>();
    for (byte[] descriptor : descriptors) {
      try {
        JdkModule module = JdkModule.read(descriptor);
        requires.put(module.name(), new TreeSet<>(module.requires()));
      } catch (RuntimeException e) {
        // ModuleDescriptor.read throws several, of no common kind; what is whole others say.
      }
    }
    return new ModuleGraph(requires);
  }

  /** Of some modules of a JDK and all that they require. */
  public static ModuleGraph of(ModuleCatalog catalog, Set<ModuleName> roots) {
    SortedMap<ModuleName, SortedSet<ModuleName>> requires = new TreeMap<>();
    for (ModuleName module : catalog.closure(roots)) {
      requires.put(module, new TreeSet<>(catalog.descriptor(module).requires()));
    }
    return new ModuleGraph(requires);
  }

  /** The names of all modules. */
  public SortedSet<ModuleName> names() {
    return new TreeSet<>(requires.keySet());
  }

  /** What a module requires directly; nothing if it is none of them. */
  public SortedSet<ModuleName> requiredBy(ModuleName module) {
    SortedSet<ModuleName> required = requires.get(module);
    return required == null ? new TreeSet<>() : required;
  }

  /** The modules that require one directly. */
  public SortedSet<ModuleName> requiring(ModuleName module) {
    SortedSet<ModuleName> found = new TreeSet<>();
    requires.forEach(
        (name, required) -> {
          if (required.contains(module)) {
            found.add(name);
          }
        });
    return found;
  }

  /** The modules that no other requires. */
  public SortedSet<ModuleName> tops() {
    Set<ModuleName> tops = new TreeSet<>(requires.keySet());
    requires.values().forEach(tops::removeAll);
    return new TreeSet<>(tops);
  }

  /** The same without each edge that a longer way makes needless: what is left is easier to see. */
  public ModuleGraph reduced() {
    SortedMap<ModuleName, SortedSet<ModuleName>> kept = new TreeMap<>();
    for (Map.Entry<ModuleName, SortedSet<ModuleName>> module : requires.entrySet()) {
      SortedSet<ModuleName> direct = new TreeSet<>(module.getValue());
      for (ModuleName required : module.getValue()) {
        Set<ModuleName> farther = below(required);
        // In a cycle each would make the other needless.
        if (!farther.contains(module.getKey())) {
          direct.removeAll(farther);
        }
      }
      kept.put(module.getKey(), direct);
    }
    return new ModuleGraph(kept);
  }

  /** All that a module requires, directly or not, without itself unless there is a cycle. */
  private Set<ModuleName> below(ModuleName module) {
    Set<ModuleName> below = new HashSet<>();
    Deque<ModuleName> open = new ArrayDeque<>(requiredBy(module));
    while (!open.isEmpty()) {
      ModuleName next = open.remove();
      if (below.add(next)) {
        open.addAll(requiredBy(next));
      }
    }
    return below;
  }

  /**
   * The shortest way from each of some modules to another, which each of them begins with and that
   * one ends; none from those that do not lead there.
   */
  public List<List<ModuleName>> chains(Collection<ModuleName> from, ModuleName to) {
    List<List<ModuleName>> chains = new ArrayList<>();
    for (ModuleName start : new TreeSet<>(from)) {
      List<ModuleName> chain = chain(start, to);
      if (!chain.isEmpty()) {
        chains.add(chain);
      }
    }
    chains.sort((a, b) -> Integer.compare(a.size(), b.size()));
    return chains;
  }

  private List<ModuleName> chain(ModuleName from, ModuleName to) {
    if (from.equals(to)) {
      return List.of();
    }
    Map<ModuleName, ModuleName> cameFrom = new HashMap<>();
    Deque<ModuleName> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty() && !cameFrom.containsKey(to)) {
      ModuleName module = open.remove();
      for (ModuleName next : requiredBy(module)) {
        if (!next.equals(from) && cameFrom.putIfAbsent(next, module) == null) {
          open.add(next);
        }
      }
    }
    List<ModuleName> chain = new ArrayList<>();
    if (cameFrom.containsKey(to)) {
      for (ModuleName at = to; at != null; at = cameFrom.get(at)) {
        chain.add(0, at);
      }
    }
    return chain;
  }
}
