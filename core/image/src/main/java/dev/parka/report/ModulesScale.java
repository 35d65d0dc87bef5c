package dev.parka.report;

import static java.util.stream.Collectors.toCollection;

import dev.parka.oci.DeflateGauge;
import dev.parka.report.Weight.Kind;
import dev.parka.runtime.jdk.ModulesFile;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Weighs what lies in a {@code lib/modules} file, package by package.
 *
 * @param gauge measures
 * @param file what is weighed
 */
record ModulesScale(DeflateGauge gauge, ModulesFile file) {

  /** Names, hash tables and lists of packages are packed about so well. */
  private static final int INDEX_RATIO = 3;

  /**
   * Adds the modules to a layer, and what is no module's to where the file lies.
   *
   * @return whether there are modules
   */
  boolean weigh(Part layer, Part rest) throws IOException {
    List<ModulesFile.Entry> entries = file.entries();
    Set<String> modules =
        entries.stream()
            .filter(ModulesFile.Entry::isDescriptor)
            .map(ModulesFile.Entry::module)
            .collect(toCollection(TreeSet::new));
    long index = file.size();
    for (int i = 0; i < entries.size(); i++) {
      ModulesFile.Entry entry = entries.get(i);
      if (modules.contains(entry.module())) {
        gauge.write(file.stored(entry));
        index -= entry.stored();
        boolean goesOn = i + 1 < entries.size() && isOnePackage(entry, entries.get(i + 1));
        layer
            .part(entry.module(), Kind.MODULE)
            .part(PackageName.shown(entry.packageName()), Kind.PACKAGE)
            .add(goesOn ? 0 : gauge.take(), entry.stored());
      }
    }
    rest.add(index / INDEX_RATIO, index);
    return !modules.isEmpty();
  }

  private static boolean isOnePackage(ModulesFile.Entry one, ModulesFile.Entry other) {
    return one.module().equals(other.module()) && one.packageName().equals(other.packageName());
  }
}
