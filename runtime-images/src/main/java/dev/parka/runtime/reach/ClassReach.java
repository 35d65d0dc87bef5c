package dev.parka.runtime.reach;

import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.classes.ClassDefinition;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Reaches classes by whatever a reached class refers to: a round for each step from the roots, so
 * that the first way found to a class is a shortest one. The classes of a round are read side by
 * side and looked at in the order of their names.
 */
public final class ClassReach {

  private final ApplicationClasses application;
  private final Predicate<String> isJdkClass;
  private final Map<String, ReachedClass> reached = new LinkedHashMap<>();
  private final Services services;
  private SortedMap<String, Step> next = new TreeMap<>();

  private ClassReach(ApplicationClasses application, Predicate<String> isJdkClass) {
    this.application = application;
    this.isJdkClass = isJdkClass;
    this.services = new Services(application.sources());
  }

  /** Follows the references from the roots on. */
  public static Reached from(Roots roots, ApplicationClasses application, JdkClasses jdk) {
    ClassReach reach = new ClassReach(application, jdk::has);
    roots.started().forEach((name, why) -> reach.add(name, new Step(null, Step.Kind.ROOT, 0, why)));
    roots
        .mentioned()
        .forEach((name, by) -> reach.add(name, new Step(null, Step.Kind.MENTION, 0, by)));
    roots.hinted().forEach((name, by) -> reach.add(name, new Step(null, Step.Kind.HINT, 0, by)));
    reach.follow(new ClassReaders(application));
    return new Reached(reach.reached);
  }

  /** Every class of the class path, reached or not. */
  public static Reached all(ApplicationClasses application) {
    SortedMap<String, Step> all = new TreeMap<>();
    application.names().forEach(name -> all.put(name, new Step(null, Step.Kind.ROOT, 0, "")));
    Map<String, ReachedClass> classes = new LinkedHashMap<>();
    new ClassReaders(application).read(all).forEach(found -> classes.put(found.name(), found));
    return new Reached(classes);
  }

  private void follow(ClassReaders readers) {
    Set<String> touched = new HashSet<>();
    for (String provider : services.alwaysReached()) {
      add(provider, new Step(null, Step.Kind.SERVICE, 0, "META-INF/services"));
    }
    while (!next.isEmpty()) {
      SortedMap<String, Step> round = next;
      next = new TreeMap<>();
      for (ReachedClass found : readers.read(round)) {
        reached.put(found.name(), found);
      }
      for (String name : round.keySet()) {
        ReachedClass found = reached.get(name);
        if (found != null) {
          look(found, touched);
        }
      }
    }
  }

  private void look(ReachedClass found, Set<String> touched) {
    int depth = found.step().depth() + 1;
    touch(found.name(), found, touched);
    for (ClassDefinition definition : found.definitions()) {
      for (String name : definition.file().references()) {
        // Most names were seen before, and have been reached in a better way.
        if (touch(name, found, touched) || next.containsKey(name)) {
          add(name, new Step(found.name(), Step.Kind.REFERENCE, depth, ""));
        }
      }
    }
    for (String name : found.names()) {
      add(name, new Step(found.name(), Step.Kind.STRING, depth, ""));
    }
  }

  /** A service that is referred to has its providers looked up; answers whether it is the first. */
  private boolean touch(String name, ReachedClass by, Set<String> touched) {
    boolean isFirst = touched.add(name);
    if (isFirst) {
      for (String provider : services.providersOf(name, isJdkClass)) {
        add(
            provider,
            new Step(by.name(), Step.Kind.SERVICE, by.step().depth() + 1, "META-INF/services"));
      }
    }
    return isFirst;
  }

  private void add(String name, Step step) {
    if (!reached.containsKey(name) && application.has(name)) {
      next.merge(name, step, (old, other) -> other.isBetterThan(old) ? other : old);
    }
  }
}
