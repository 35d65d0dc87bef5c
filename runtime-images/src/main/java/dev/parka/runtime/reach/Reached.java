package dev.parka.runtime.reach;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The classes of an application that were reached, the nearest to the roots first. */
public final class Reached {

  private final Map<String, ReachedClass> classes;

  private final List<Reference> references;

  Reached(Map<String, ReachedClass> classes, List<Reference> references) {
    this.classes = classes;
    this.references = references;
  }

  /** All that they refer to, each once, by {@link Reference#number}. */
  public List<Reference> references() {
    return references;
  }

  /** All of them. */
  public Collection<ReachedClass> classes() {
    return Collections.unmodifiableCollection(classes.values());
  }

  /** The one of this internal name; null if it was not reached. */
  public @Nullable ReachedClass find(String name) {
    return classes.get(name);
  }

  /** The way to a class from a root, itself the last. */
  public List<ReachedClass> chain(ReachedClass end) {
    Deque<ReachedClass> chain = new ArrayDeque<>();
    ReachedClass at = end;
    while (at != null) {
      chain.addFirst(at);
      String from = at.step().from();
      at = from == null ? null : classes.get(from);
    }
    return new ArrayList<>(chain);
  }
}
