package dev.parka.runtime.reach;

import dev.parka.runtime.classes.ClassDefinition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A method that can run, and how it was found.
 *
 * @param definition the class that has it
 * @param method its name
 * @param via the method that led to it; null for where it all begins
 */
public record Use(ClassDefinition definition, String method, @Nullable Use via) {

  /** The classes on the way to this method, each once in a row, itself the last. */
  public List<ClassDefinition> chain() {
    Deque<ClassDefinition> chain = new ArrayDeque<>();
    for (Use use = this; use != null; use = use.via) {
      if (chain.isEmpty()
          || !chain.peekFirst().file().name().equals(use.definition.file().name())) {
        chain.addFirst(use.definition);
      }
    }
    return new ArrayList<>(chain);
  }
}
