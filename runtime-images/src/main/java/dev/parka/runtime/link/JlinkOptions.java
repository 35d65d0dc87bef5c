package dev.parka.runtime.link;

import static java.util.stream.Collectors.joining;

import dev.parka.runtime.modules.ModuleName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What jlink is asked for; the same for the build here and for the generated Dockerfile.
 *
 * @param roots the root modules
 * @param locales BCP 47 language tags to keep of {@code jdk.localedata}; all when empty
 */
public record JlinkOptions(SortedSet<ModuleName> roots, List<String> locales) {

  /** Copies both. */
  public JlinkOptions {
    roots = Collections.unmodifiableSortedSet(new TreeSet<>(roots));
    locales = List.copyOf(locales);
  }

  /** Options for these modules and the default locale alone. */
  public static JlinkOptions of(Collection<ModuleName> roots) {
    return new JlinkOptions(new TreeSet<>(roots), List.of());
  }

  /**
   * The options as jlink takes them on JDK 17 and later, without {@code --output} and {@code
   * --module-path}. Nothing is compressed: that is the layer's work.
   */
  public List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    arguments.add("--add-modules=" + roots.stream().map(ModuleName::value).collect(joining(",")));
    if (!locales.isEmpty()) {
      arguments.add("--include-locales=" + String.join(",", locales));
    }
    arguments.add("--strip-java-debug-attributes");
    arguments.add("--no-header-files");
    arguments.add("--no-man-pages");
    return arguments;
  }
}
