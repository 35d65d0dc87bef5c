package dev.parka.runtime.rootfs;

import dev.parka.runtime.rootfs.HostLibraries.HostLibrary;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds every library that something asks for, directly or through others. */
final class LibraryClosure {

  private final HostLibraries host;
  private final Set<String> present;
  private final Map<String, Optional<HostLibrary>> found = new HashMap<>();

  /**
   * A search in which some names need no library.
   *
   * @param present what is loaded already: the run-time image's own files, and the loaders
   */
  LibraryClosure(HostLibraries host, Set<String> present) {
    this.host = host;
    this.present = present;
  }

  /** What one file asks for, by these names; it goes on where a library is missing. */
  Needs of(String who, List<String> names) throws IOException {
    Needs needs = new Needs(new TreeMap<>(), new TreeMap<>());
    collect(who, names, List.of(), needs);
    return needs;
  }

  private void collect(String who, List<String> names, List<String> runPath, Needs needs)
      throws IOException {
    for (String name : names) {
      if (isPresent(name) || needs.libraries.containsKey(name) || needs.missing.containsKey(name)) {
        continue;
      }
      Optional<HostLibrary> library = find(name, runPath);
      if (library.isEmpty()) {
        needs.missing.put(name, who);
      } else {
        needs.libraries.put(name, library.get());
        List<String> more = library.get().elf().dynamic().needed();
        collect(library.get().path(), more, library.get().runPath(), needs);
      }
    }
  }

  private Optional<HostLibrary> find(String name, List<String> runPath) throws IOException {
    Optional<HostLibrary> library = found.get(name);
    if (library == null) {
      library = host.find(name, runPath);
      found.put(name, library);
    }
    return library;
  }

  private boolean isPresent(String name) {
    return present.contains(name) || host.isInside(name);
  }

  /**
   * What was found and what was not.
   *
   * @param libraries by the names that they are asked for by
   * @param missing names that nothing was found for, and who asks
   */
  record Needs(SortedMap<String, HostLibrary> libraries, SortedMap<String, String> missing) {}
}
