package dev.parka.runtime.lean;

import dev.parka.runtime.classes.BadClassFileException;
import dev.parka.runtime.classes.ClassFile;
import dev.parka.runtime.trace.Trace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What stays where recorded runs say what an application needs: what they loaded, what the
 * application's own code refers to, and what is one step away from both.
 *
 * <p>A step is what the code of those methods refers to that can run at all, by {@link LeanReach}:
 * a branch that no run took finds its classes, and an exception that no run threw is there. What
 * such a branch leads to in turn may be missing. With each class stays what the virtual machine
 * loads together with it, what native libraries name, and what rules keep with it.
 */
final class NearRecorded {

  private static final String VERIFIED_NOT = "java.base";

  /** Views, iterators and builders of its classes are nested ones, two steps from who uses them. */
  private static final String PUBLIC = "java/";

  private final LeanClasses classes;
  private final LeanReach reach;
  private final LeanRules rules;
  private final Set<LeanType> kept = new HashSet<>();
  private final Map<String, List<LeanType>> parts = new HashMap<>();
  private final Deque<LeanType> open = new ArrayDeque<>();

  NearRecorded(LeanClasses classes, LeanReach reach, LeanRules rules) {
    this.classes = classes;
    this.reach = reach;
    this.rules = rules;
  }

  Set<LeanType> of(Trace trace) {
    Set<LeanType> near = new HashSet<>();
    for (Collection<String> names : trace.classes().values()) {
      names.forEach(name -> find(name.replace('.', '/')).ifPresent(near::add));
    }
    for (LeanType type : classes.known()) {
      if (type.isLoaded()) {
        addPart(type);
        if (!type.isOfJdk()) {
          near.add(type);
        } else if (type.isRoot()) {
          keep(type);
        }
      }
    }
    near.forEach(this::keep);
    near.forEach(this::step);
    close();
    return kept;
  }

  private void addPart(LeanType type) {
    int nested = type.name.lastIndexOf('$');
    if (nested > 0) {
      parts.computeIfAbsent(type.name.substring(0, nested), name -> new ArrayList<>()).add(type);
    }
  }

  private Optional<LeanType> find(String name) {
    return Optional.ofNullable(classes.known(name)).filter(LeanType::isLoaded);
  }

  private void keep(LeanType type) {
    if (kept.add(type)) {
      open.add(type);
    }
  }

  private void keep(String name) {
    find(name).ifPresent(this::keep);
  }

  private void step(LeanType type) {
    for (LeanType.Method method : reach.reachedOf(type)) {
      try {
        method.file().code(new ReferredTypes(this::keep)).read(method.member());
      } catch (BadClassFileException e) {
        // What the virtual machine cannot read does not run.
      }
    }
  }

  /** Adds what goes with each of them, until nothing is added. */
  private void close() {
    List<LeanRules.Rule> waiting = new ArrayList<>(rules.keeps());
    while (!open.isEmpty()) {
      for (LeanType type = open.poll(); type != null; type = open.poll()) {
        withIts(type);
      }
      for (LeanRules.Rule rule : List.copyOf(waiting)) {
        if (find(rule.other().begin()).filter(kept::contains).isPresent()) {
          waiting.remove(rule);
          classes.names().stream().filter(rule.pattern()::isAbout).forEach(this::keep);
        }
      }
    }
  }

  private void withIts(LeanType type) {
    type.parents.forEach(this::keep);
    int nested = type.name.lastIndexOf('$');
    if (nested > 0) {
      keep(type.name.substring(0, nested));
    }
    if (type.name.startsWith(PUBLIC)) {
      parts.getOrDefault(type.name, List.of()).forEach(this::keep);
    }
    boolean isVerified = !type.module.equals(Optional.of(VERIFIED_NOT));
    for (ClassFile file : type.files) {
      if (isVerified) {
        file.references().forEach(this::keep);
      }
    }
    if (type.described) {
      for (LeanType.Method method : type.declared()) {
        ReferredTypes.inDescriptor(method.member().descriptor(), this::keep);
      }
    }
  }
}
