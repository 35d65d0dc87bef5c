package dev.parka.runtime.modules;

import dev.parka.runtime.Problem;
import dev.parka.runtime.classes.ApplicationModule;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Follows {@code requires}, then binds services, until nothing is added ({@code
 * java.lang.module.Configuration.resolveAndBind}). {@code requires static} does not count. One
 * automatic module brings all others with it. A service of the JDK is taken to be used.
 */
final class ModuleResolver {

  private static final String ALL = "ALL-MODULE-PATH";

  private final SortedMap<String, ApplicationModule> modules = new TreeMap<>();
  private final ModuleCatalog catalog;
  private final SortedMap<String, ApplicationModule> resolved = new TreeMap<>();
  private final Deque<ApplicationModule> open = new ArrayDeque<>();
  private final Set<String> used = new HashSet<>();
  private final List<Problem> problems = new ArrayList<>();
  private boolean automatic;

  /** Of two modules of one name the first counts. */
  ModuleResolver(List<ApplicationModule> all, ModuleCatalog catalog) {
    all.forEach(module -> modules.putIfAbsent(module.moduleName(), module));
    this.catalog = catalog;
  }

  /** The names of the modules on the path. */
  Collection<String> names() {
    return Collections.unmodifiableSet(modules.keySet());
  }

  Optional<ApplicationModule> find(String name) {
    return Optional.ofNullable(modules.get(name));
  }

  /** What is required and nowhere. */
  List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Adds a root, if it is on the path. */
  void addIfThere(String name) {
    if (name.equals(ALL)) {
      modules.values().forEach(this::add);
    } else {
      add(name);
    }
  }

  void add(String name) {
    find(name).ifPresent(this::add);
  }

  /** All that the roots bring with them, themselves included. */
  List<ApplicationModule> resolve() {
    follow();
    for (int before = -1; before < resolved.size(); ) {
      before = resolved.size();
      if (automatic) {
        modules.values().stream().filter(m -> m.descriptor().isAutomatic()).forEach(this::add);
      }
      modules.values().stream().filter(this::providesUsed).forEach(this::add);
      follow();
    }
    return List.copyOf(resolved.values());
  }

  private void add(ApplicationModule module) {
    if (resolved.putIfAbsent(module.moduleName(), module) == null) {
      open.add(module);
      used.addAll(module.descriptor().uses());
      automatic |= module.descriptor().isAutomatic();
    }
  }

  private void follow() {
    while (!open.isEmpty()) {
      ApplicationModule module = open.remove();
      for (String required : required(module.descriptor())) {
        if (catalog.has(new ModuleName(required))) {
          continue;
        }
        if (modules.containsKey(required)) {
          add(required);
        } else {
          problems.add(ModuleChecks.unknown(required, module, catalog, modules.keySet()));
        }
      }
    }
  }

  /** What a module does not start without, sorted. */
  static List<String> required(ModuleDescriptor module) {
    return module.requires().stream()
        .filter(r -> !r.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
        .map(ModuleDescriptor.Requires::name)
        .sorted()
        .toList();
  }

  private boolean providesUsed(ApplicationModule module) {
    return module.descriptor().provides().stream()
        .map(ModuleDescriptor.Provides::service)
        .anyMatch(service -> used.contains(service) || catalog.moduleOf(service).isPresent());
  }
}
