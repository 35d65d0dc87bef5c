package dev.parka.runtime.link;

import static java.util.stream.Collectors.joining;

import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.strip.StripPlan;
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
 * @param compressed whether classes and resources are compressed in {@code lib/modules}: smaller
 *     where it is unpacked, larger as a compressed layer, and slower to start
 */
public record JlinkOptions(SortedSet<ModuleName> roots, List<String> locales, boolean compressed) {

  /** From this version on, levels of compression have names. */
  private static final int NAMED_COMPRESSION = 21;

  /** Copies both. */
  public JlinkOptions {
    roots = Collections.unmodifiableSortedSet(new TreeSet<>(roots));
    locales = List.copyOf(locales);
  }

  /** Options for modules that are not compressed: compression is the layer's work. */
  public JlinkOptions(SortedSet<ModuleName> roots, List<String> locales) {
    this(roots, locales, false);
  }

  /** Options for these modules and the default locale alone. */
  public static JlinkOptions of(Collection<ModuleName> roots) {
    return new JlinkOptions(new TreeSet<>(roots), List.of());
  }

  /** The same with classes and resources compressed, or not. */
  public JlinkOptions withCompressed(boolean wanted) {
    return new JlinkOptions(roots, locales, wanted);
  }

  /**
   * The options as jlink takes them, without {@code --output} and {@code --module-path}. Files that
   * {@link StripPlan#fileStrips} takes out are none of its business.
   *
   * @param featureVersion the version of the JDK, 17 or later
   */
  public List<String> arguments(StripPlan strips, int featureVersion) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--add-modules=" + roots.stream().map(ModuleName::value).collect(joining(",")));
    if (!locales.isEmpty()) {
      arguments.add("--include-locales=" + String.join(",", locales));
    }
    if (strips.has(StripKind.JAVA_DEBUG_ATTRIBUTES)) {
      arguments.add("--strip-java-debug-attributes");
    }
    if (compressed) {
      arguments.add(featureVersion < NAMED_COMPRESSION ? "--compress=2" : "--compress=zip-9");
    }
    return arguments;
  }
}
