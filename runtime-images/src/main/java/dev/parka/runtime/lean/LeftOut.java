package dev.parka.runtime.lean;

import dev.parka.runtime.modules.ModuleName;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is left out once everything is reached that can be. */
final class LeftOut {

  private static final String CLASS = ".class";

  /** What jlink writes anew, whatever it finds. */
  private static final String WRITTEN_ANEW = "jdk/internal/module/SystemModules$";

  private final LeanClasses classes;
  private final LeanRules rules;
  private final Predicate<LeanType> isKept;

  LeftOut(LeanClasses classes, LeanRules rules, Predicate<LeanType> isKept) {
    this.classes = classes;
    this.isKept = isKept;
    this.rules = rules;
  }

  ExcludedResources files() {
    SortedMap<ModuleName, SortedMap<String, Long>> files = new TreeMap<>();
    SortedMap<ModuleName, ExcludedResources.Total> totals = new TreeMap<>();
    SortedMap<String, ExcludedResources.Kept> kept = new TreeMap<>();
    classes
        .files()
        .forEach(
            (module, all) -> {
              SortedMap<String, Long> out = new TreeMap<>(all);
              out.keySet().removeIf(this::stays);
              keepPackages(all, out);
              if (!out.isEmpty()) {
                files.put(module, out);
              }
              totals.put(module, total(all, out));
              all.keySet().stream()
                  .filter(path -> path.endsWith(CLASS) && !out.containsKey(path))
                  .forEach(path -> why(path, kept));
            });
    return new ExcludedResources(files, kept, totals);
  }

  private boolean stays(String path) {
    if (path.endsWith(CLASS)) {
      return path.equals("module-info.class")
          || path.startsWith(WRITTEN_ANEW)
          || isThere(path.substring(0, path.length() - CLASS.length()));
    }
    for (LeanRules.Rule rule : rules.drops()) {
      if (rule.pattern().isFile(path)) {
        return isThere(rule.other().begin());
      }
    }
    return true;
  }

  private boolean isThere(String name) {
    LeanType type = classes.known(name);
    return type != null && isKept.test(type);
  }

  /** jlink refuses a module that exports or opens a package in which nothing is left. */
  private static void keepPackages(SortedMap<String, Long> all, SortedMap<String, Long> out) {
    Map<String, String> smallest = new HashMap<>();
    out.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(file -> smallest.putIfAbsent(packageOf(file.getKey()), file.getKey()));
    for (String path : all.keySet()) {
      if (!out.containsKey(path)) {
        smallest.remove(packageOf(path));
      }
    }
    out.keySet().removeAll(smallest.values());
  }

  private void why(String path, SortedMap<String, ExcludedResources.Kept> kept) {
    String name = path.substring(0, path.length() - CLASS.length());
    LeanType type = classes.known(name);
    LeanType.@Nullable Why why = type == null || !isKept.test(type) ? null : type.why;
    if (why != null) {
      String from = why.from() == null ? "" : why.from().name;
      kept.put(dotted(name), new ExcludedResources.Kept(dotted(from), why.note()));
    } else {
      kept.put(dotted(name), new ExcludedResources.Kept("", "its module needs"));
    }
  }

  private static ExcludedResources.Total total(
      SortedMap<String, Long> all, SortedMap<String, Long> out) {
    long bytes = sum(all);
    return new ExcludedResources.Total(
        all.size(), bytes, all.size() - out.size(), bytes - sum(out));
  }

  private static long sum(SortedMap<String, Long> files) {
    return files.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String packageOf(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private static String dotted(String name) {
    return name.replace('/', '.');
  }
}
