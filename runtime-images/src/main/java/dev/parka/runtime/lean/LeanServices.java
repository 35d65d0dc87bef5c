package dev.parka.runtime.lean;

import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.ModuleName;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The providers that the descriptors of the linked modules name. */
final class LeanServices {

  private final Map<String, SortedSet<String>> providers = new HashMap<>();

  LeanServices(ModuleCatalog catalog, Set<ModuleName> modules) {
    for (ModuleName module : modules) {
      catalog
          .provides(module)
          .forEach(
              (service, names) -> {
                SortedSet<String> all =
                    providers.computeIfAbsent(service.replace('.', '/'), s -> new TreeSet<>());
                names.forEach(name -> all.add(name.replace('.', '/')));
              });
    }
  }

  /** The providers of a service, by internal names. */
  Set<String> providersOf(String service) {
    return providers.getOrDefault(service, new TreeSet<>());
  }
}
