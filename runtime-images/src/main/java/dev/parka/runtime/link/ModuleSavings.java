package dev.parka.runtime.link;

import static java.util.stream.Collectors.toSet;

import dev.parka.runtime.jdk.JdkFiles;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.strip.StripPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What jlink itself has left out: the difference between the classes in the JDK's {@code
 * lib/modules} and those in the linked one, before any compression.
 */
final class ModuleSavings {

  /** Classes that jlink writes anew for each set of modules. */
  private static final String GENERATED = "/java.base/jdk/internal/module/SystemModules";

  private ModuleSavings() {}

  /**
   * Compares the two; nothing is known of a JDK that has jmods alone.
   *
   * @param home the JDK
   * @param image what was linked from it
   * @param modules the modules in the image
   */
  static SortedMap<StripKind, Long> of(
      Path home, Path image, SortedSet<ModuleName> modules, StripPlan plan) throws IOException {
    SortedMap<StripKind, Long> saved = new TreeMap<>();
    Map<String, Long> before = JdkFiles.sizes(home);
    if (before.isEmpty()) {
      return saved;
    }
    Map<String, Long> after = JdkFiles.sizes(image);
    Set<String> linked = modules.stream().map(ModuleName::value).collect(toSet());
    long smaller = 0;
    long gone = 0;
    for (Map.Entry<String, Long> file : before.entrySet()) {
      String name = file.getKey();
      if (linked.contains(moduleOf(name)) && !name.startsWith(GENERATED)) {
        Long left = after.get(name);
        if (left != null) {
          smaller += file.getValue() - left;
        } else {
          gone += file.getValue();
        }
      }
    }
    if (plan.has(StripKind.JAVA_DEBUG_ATTRIBUTES)) {
      saved.put(StripKind.JAVA_DEBUG_ATTRIBUTES, smaller);
    }
    if (plan.has(StripKind.UNREFERENCED_CLASSES)) {
      saved.put(StripKind.UNREFERENCED_CLASSES, gone);
    }
    return saved;
  }

  private static String moduleOf(String name) {
    int end = name.indexOf('/', 1);
    return end < 0 ? "" : name.substring(1, end);
  }
}
