package dev.parka.runtime.lean;

import dev.parka.runtime.classes.BadClassFileException;
import dev.parka.runtime.classes.ClassFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/** What code may do with a class that it has only the name or the literal of. */
final class LeanReflection {

  private static final int LONGEST_NAME = 200;
  private static final String PROVIDER = "java/security/Provider";

  private final LeanReach reach;
  private final LeanServices services;
  private final LeanRules rules;
  private final IdentityHashMap<ClassFile, Reflecting> reflecting = new IdentityHashMap<>();
  private final Map<LeanType, Set<String>> constants = new HashMap<>();

  LeanReflection(LeanReach reach, LeanServices services, LeanRules rules) {
    this.reach = reach;
    this.services = services;
    this.rules = rules;
  }

  /** A class literal. */
  void literal(LeanType named, LeanType by) {
    services.providersOf(named.name).forEach(provider -> provide(provider, by));
    if (rules.isCut(named.name, "", by)) {
      return;
    }
    Reflecting how = reflecting(by);
    if (named == by) {
      if (how.members()) {
        reach.later(() -> reachNamed(named, by));
      }
      return;
    }
    if (how.members() && (how.all() || !by.isOfJdk())) {
      reach.whole(named, by, "has the class literal and reflects");
    } else if (how.members()) {
      if (how.creates()) reach.create(named, by, "has the class literal and reflects");
      else reach.initialise(named, by, "has the class literal and reflects");
      reach.later(() -> reachNamed(named, by));
    } else if (!by.isOfJdk() || how.creates()) {
      reach.create(named, by, "has the class literal");
    } else {
      reach.initialise(named, by, "has the class literal");
    }
  }

  /** Methods are looked up by names that are constants of whoever looks them up. */
  private void reachNamed(LeanType named, LeanType by) {
    reach.describe(named);
    Set<String> names = constants(by);
    for (LeanType.Method method : named.declared()) {
      if (names.contains(method.member().name())) {
        if (!method.member().isStatic()) {
          reach.instantiate(named, by, "reflects on");
        }
        reach.reach(method, named);
      }
    }
  }

  private Set<String> constants(LeanType type) {
    return constants.computeIfAbsent(
        type,
        t -> {
          Set<String> strings = new HashSet<>();
          for (ClassFile file : t.files) {
            try {
              strings.addAll(file.strings(LONGEST_NAME));
            } catch (BadClassFileException e) {
              // What the virtual machine cannot read does not run.
            }
          }
          return strings;
        });
  }

  private Reflecting reflecting(LeanType type) {
    return type.files.stream()
        .map(file -> reflecting.computeIfAbsent(file, Reflecting::in))
        .reduce(Reflecting.NOT, Reflecting::or);
  }

  private void provide(String provider, LeanType by) {
    LeanType type = reach.find(provider);
    if (type != null) {
      reach.create(type, by, "looks for providers, such as");
      reach.describe(type);
      for (LeanType.Method method : type.declared()) {
        if (method.member().name().equals("provider") && method.member().isStatic()) {
          reach.reach(method, type);
        }
      }
    }
  }

  /** A text is the name of a class. */
  void named(LeanType named, LeanType by) {
    if (!named.isOfJdk() || rules.isCut(named.name, "", by)) {
      return;
    }
    if (!by.isOfJdk()) {
      reach.whole(named, by, "has the name");
    } else if (isRegistry(by)) {
      reach.when(() -> isUsed(named), () -> reach.create(named, by, "registers"));
    } else if (reflecting(by).all()) {
      reach.whole(named, by, "has the name and reflects");
    } else if (reflecting(by).members()) {
      reach.create(named, by, "has the name and reflects");
      reach.later(() -> reachNamed(named, by));
    } else {
      reach.create(named, by, "has the name");
    }
  }

  /** Whether a class tells names of classes to the security framework, which makes them. */
  private static boolean isRegistry(LeanType type) {
    return type.isA(PROVIDER)
        || type.name.endsWith("Entries")
        || type.name.startsWith("sun/security/provider/");
  }

  /** Whether any supertype of it is called. */
  private static boolean isUsed(LeanType type) {
    for (LeanType ancestor : type.lineage()) {
      if (!ancestor.name.equals("java/lang/Object") && !ancestor.called.isEmpty()) {
        return true;
      }
    }
    return type.lineage().size() <= 2;
  }
}
