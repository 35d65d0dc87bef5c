package dev.parka.runtime.link;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.strip.StripPlan;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * One run-time image to link.
 *
 * @param jdk the JDK whose modules are linked, by its own jlink
 * @param options what jlink is asked for
 * @param strips what is left out
 * @param excludedResources patterns of classes and resources that {@link
 *     StripKind#UNREFERENCED_CLASSES} leaves out, as jlink's {@code --exclude-resources} takes them
 */
public record LinkPlan(
    Jdk jdk, JlinkOptions options, StripPlan strips, SortedSet<String> excludedResources) {

  /** A plan that leaves out what is left out by default. */
  public LinkPlan(Jdk jdk, JlinkOptions options) {
    this(jdk, options, StripPlan.DEFAULT, new TreeSet<>());
  }

  /** Copies the patterns. */
  public LinkPlan {
    excludedResources = Collections.unmodifiableSortedSet(new TreeSet<>(excludedResources));
  }

  /** The same with other things left out. */
  public LinkPlan withStrips(StripPlan newStrips) {
    return new LinkPlan(jdk, options, newStrips, excludedResources);
  }

  /** The same with these things kept. */
  public LinkPlan keeping(StripKind... kinds) {
    return withStrips(strips.keeping(kinds));
  }

  /** The same without these classes and resources, if the plan leaves any out. */
  public LinkPlan withExcludedResources(Collection<String> patterns) {
    return new LinkPlan(jdk, options, strips, new TreeSet<>(patterns));
  }
}
