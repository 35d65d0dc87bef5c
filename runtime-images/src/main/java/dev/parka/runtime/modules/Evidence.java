package dev.parka.runtime.modules;

import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.reach.Reached;
import dev.parka.runtime.reach.Roots;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that a rule may look at.
 *
 * @param catalog the modules of the JDK
 * @param application what the class path holds
 * @param roots where everything begins
 * @param reached the classes that count
 * @param level how much of the class path counts
 * @param wishes what the user says
 * @param modules what has been asked about the modules of classes
 */
record Evidence(
    ModuleCatalog catalog,
    ApplicationClasses application,
    Roots roots,
    Reached reached,
    InferenceLevel level,
    InferenceRequest.Wishes wishes,
    Map<String, Optional<ModuleName>> modules) {

  Evidence(
      ModuleCatalog catalog,
      ApplicationClasses application,
      Roots roots,
      Reached reached,
      InferenceLevel level,
      InferenceRequest.Wishes wishes) {
    this(catalog, application, roots, reached, level, wishes, new HashMap<>());
  }

  /** Whether a class is the application's own: in the package of its main class, or below it. */
  boolean isOwn(String className) {
    for (String root : roots.own()) {
      int slash = root.lastIndexOf('/');
      if (slash < 0
          ? className.indexOf('/') < 0
          : className.startsWith(root.substring(0, slash + 1))) {
        return true;
      }
    }
    return false;
  }

  /** The module whose class an internal name means to the application: it may have its own. */
  Optional<ModuleName> moduleOf(String className) {
    Optional<ModuleName> known = modules.get(className);
    if (known == null) {
      known = application.has(className) ? Optional.empty() : catalog.moduleOfInternal(className);
      modules.put(className, known);
    }
    return known;
  }
}
