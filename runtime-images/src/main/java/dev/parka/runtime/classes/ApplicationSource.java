package dev.parka.runtime.classes;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one class path entry, or of one jar inside it, before any class is read.
 *
 * @param name what reasons call it
 * @param attributes the main attributes of its manifest, by their names in lower case
 * @param classes where each class lies, by its internal name: of a multi-release jar the highest
 *     version that the JDK loads
 * @param services the provider classes that it names for each service, by the service's name
 * @param documents its other files, jars excepted, sorted by name
 * @param files its open files
 */
public record ApplicationSource(
    String name,
    Map<String, String> attributes,
    Map<String, SourceFile> classes,
    SortedMap<String, List<String>> services,
    List<SourceFile> documents,
    SourceFiles files) {

  /** Compares the names. */
  static final class ByName implements Comparator<ApplicationSource> {
    @Override
    public int compare(ApplicationSource a, ApplicationSource b) {
      return a.name.compareTo(b.name);
    }
  }

  /** A main attribute of its manifest, in whatever case; null if it has none. */
  public @Nullable String attribute(String name) {
    return attributes.get(name.toLowerCase(Locale.ROOT));
  }

  /** Makes the collections unmodifiable, not copies: class paths are large. */
  public ApplicationSource {
    attributes = Map.copyOf(attributes);
    classes = Collections.unmodifiableMap(classes);
    services = Collections.unmodifiableSortedMap(services);
    documents = Collections.unmodifiableList(documents);
  }
}
