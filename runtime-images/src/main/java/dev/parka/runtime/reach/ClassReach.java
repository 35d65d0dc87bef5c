package dev.parka.runtime.reach;

import dev.parka.runtime.classes.ApplicationClasses;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final References references = new References();
  private final Services services;
  private Map<String, Step> next = new HashMap<>();

  private ClassReach(ApplicationClasses application, Predicate<String> isJdkClass) {
    this.application = application;
    this.isJdkClass = isJdkClass;
    this.services = new Services(application.sources());
  }

  /** Follows the references from the roots on. */
  public static Reached from(Roots roots, ApplicationClasses application, JdkClasses jdk) {
    ClassReach reach = new ClassReach(application, jdk::has);
    reach.begin(Step.Kind.ROOT, roots.started());
    reach.begin(Step.Kind.MENTION, roots.mentioned());
    reach.begin(Step.Kind.HINT, roots.hinted());
    reach.follow(new ClassReaders(application));
    return new Reached(reach.reached, reach.references.all());
  }

  /** Every class of the class path, reached or not. */
  public static Reached all(ApplicationClasses application) {
    SortedMap<String, Step> all = new TreeMap<>();
    application.names().forEach(name -> all.put(name, new Step(null, Step.Kind.ROOT, 0, "")));
    Map<String, ReachedClass> classes = new LinkedHashMap<>();
    References references = new References();
    for (ReachedClass found : new ClassReaders(application).read(all)) {
      classes.put(found.name(), references.resolve(found));
    }
    return new Reached(classes, references.all());
  }

  private void begin(Step.Kind kind, Map<String, String> names) {
    for (Map.Entry<String, String> name : names.entrySet()) {
      add(name.getKey(), new Step(null, kind, 0, name.getValue()));
    }
  }

  private void follow(ClassReaders readers) {
    for (String provider : services.alwaysReached()) {
      add(provider, new Step(null, Step.Kind.SERVICE, 0, "META-INF/services"));
    }
    while (!next.isEmpty()) {
      SortedMap<String, Step> round = new TreeMap<>(next);
      next = new HashMap<>();
      List<ReachedClass> found = new ArrayList<>();
      for (ReachedClass read : readers.read(round)) {
        ReachedClass resolved = references.resolve(read);
        reached.put(read.name(), resolved);
        found.add(resolved);
      }
      for (ReachedClass each : found) {
        look(each);
      }
    }
  }

  private void look(ReachedClass found) {
    int depth = found.step().depth() + 1;
    touch(references.of(found.name()), found);
    for (Reference reference : found.references()) {
      // Most names were seen before, and have been reached in a better way.
      if (touch(reference, found) || next.containsKey(reference.name())) {
        add(reference.name(), new Step(found.name(), Step.Kind.REFERENCE, depth, ""));
      }
    }
    for (String name : found.names()) {
      add(name, new Step(found.name(), Step.Kind.STRING, depth, ""));
    }
  }

  /** A service that is referred to has its providers looked up; answers whether it is the first. */
  private boolean touch(Reference reference, ReachedClass by) {
    boolean isFirst = reference.touch();
    if (isFirst) {
      for (String provider : services.providersOf(reference.name(), isJdkClass)) {
        add(
            provider,
            new Step(by.name(), Step.Kind.SERVICE, by.step().depth() + 1, "META-INF/services"));
      }
    }
    return isFirst;
  }

  private void add(String name, Step step) {
    if (!reached.containsKey(name) && application.has(name)) {
      Step known = next.get(name);
      if (known == null || step.isBetterThan(known)) {
        next.put(name, step);
      }
    }
  }
}
