package dev.parka.runtime.reach;

import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.classes.BadClassFileException;
import dev.parka.runtime.classes.ClassDefinition;
import dev.parka.runtime.classes.ClassMember;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the methods that can run, and what they use of the JDK. */
public final class MethodReach {

  /** What the virtual machine, or an agent, begins with. */
  private static final Set<String> ENTRIES = Set.of("main", "premain", "agentmain");

  private final ApplicationClasses application;
  private final JdkTypes jdk;
  private final Services services;
  private final Executed executed = new Executed();
  private final Types types;
  private final Set<ClassMember> known = Collections.newSetFromMap(new IdentityHashMap<>());

  /** What is left to be looked at, the nearest first; the way there may be too long for a stack. */
  private final Deque<Runnable> jobs = new ArrayDeque<>();

  private final Set<String> touched = new HashSet<>();

  private final IdentityHashMap<ClassDefinition, CodeLooker> lookers = new IdentityHashMap<>();
  private final Map<String, Boolean> reflecting = new HashMap<>();

  private Goal goal = (jdkClass, use) -> false;
  private boolean isDone;

  /** Is told of each class of the JDK that code uses. */
  @FunctionalInterface
  public interface Goal {

    /** Takes note of the first use of a class; true if nothing else is to be found out. */
    boolean isReachedBy(String jdkClass, Use use);
  }

  private MethodReach(ApplicationClasses application, Reached reached, JdkClasses jdk) {
    this.application = application;
    this.jdk = new JdkTypes(jdk);
    this.types = new Types(reached, this.jdk);
    this.services = new Services(application.sources());
  }

  /** Begins at the roots, in classes that {@link ClassReach} has reached. */
  public static MethodReach from(
      Roots roots, ApplicationClasses application, Reached reached, JdkClasses jdk) {
    MethodReach reach = new MethodReach(application, reached, jdk);
    reach.jobs.add(() -> reach.begin(roots));
    return reach;
  }

  /** Follows the calls, from where it is, until there are no more or the goal is reached. */
  public Executed until(Goal newGoal) {
    goal = newGoal;
    isDone = false;
    while (!isDone && !jobs.isEmpty()) {
      jobs.remove().run();
    }
    return executed;
  }

  /** Follows the calls until there are no more. */
  public Executed all() {
    return until((jdkClass, use) -> false);
  }

  private void begin(Roots roots) {
    for (String root : roots.started().keySet()) {
      Type type = type(root);
      if (type != null) {
        load(type, null);
        for (Type.Method method : type.declared()) {
          if (ENTRIES.contains(method.member().name())) {
            reach(method, null);
            if (!method.member().isStatic()) {
              instantiate(type, null);
            }
          }
        }
      }
    }
    roots.mentioned().keySet().forEach(name -> whole(name, null));
    services.alwaysReached().forEach(name -> provide(name, null));
  }

  private void read(Type.Method method, Use use) {
    CodeLooker looker = lookers.get(method.definition());
    if (looker == null) {
      looker = new CodeLooker(this, method.definition(), use);
      lookers.put(method.definition(), looker);
    }
    try {
      looker.look(method.member(), use);
    } catch (BadClassFileException e) {
      application.damaged(method.definition(), e);
    }
  }

  @Nullable Type type(String name) {
    return types.find(name);
  }

  private void reach(Type.Method method, @Nullable Use by) {
    if (known.add(method.member())) {
      Use use = new Use(method.definition(), method.member().name(), by);
      jobs.add(() -> read(method, use));
    }
  }

  void reach(List<Type.Method> methods, @Nullable Use by) {
    for (Type.Method method : methods) {
      reach(method, by);
    }
  }

  /** A class is loaded with its supertypes, and its static initializer runs. */
  void load(Type type, @Nullable Use by) {
    if (type.loaded) {
      return;
    }
    type.loaded = true;
    for (Type parent : type.parents) {
      load(parent, by);
    }
    if (!type.definitions.isEmpty()) {
      Use use = new Use(type.definitions.get(0), "<clinit>", by);
      for (String parent : type.jdkParents) {
        useOfJdk(parent, use);
      }
      touch(type.name, use);
    }
    reach(type.declared("<clinit>()V"), by);
    jobs.add(() -> lookAtAnnotations(type, by));
  }

  /** Whatever looks for annotations calls what has them. */
  private void lookAtAnnotations(Type type, @Nullable Use by) {
    for (ClassDefinition definition : type.definitions) {
      if (application.seesAny(definition.file().annotations())) {
        whole(type.name, by);
      }
      for (ClassMember field : definition.file().fields()) {
        if (application.seesAny(field.annotations())) {
          wholeTypes(field.descriptor(), by);
        }
      }
    }
    for (Type.Method method : type.declared()) {
      if (application.seesAny(method.member().annotations())) {
        instantiate(type, by);
        reach(method, by);
        wholeTypes(method.member().descriptor(), by);
      }
    }
  }

  private void wholeTypes(String descriptor, @Nullable Use by) {
    for (String name : Descriptors.classes(descriptor)) {
      whole(name, by);
    }
  }

  void instantiate(Type type, @Nullable Use by) {
    if (type.instantiated) {
      return;
    }
    type.instantiated = true;
    load(type, by);
    reach(types.calledOn(type), by);
  }

  void call(Type type, String signature, @Nullable Use by) {
    if (type.called.add(signature)) {
      for (Type below : Types.instantiatedBelow(type)) {
        reach(below.resolve(signature), by);
      }
    }
  }

  /** Reflection can do anything with a class. */
  void whole(String name, @Nullable Use by) {
    Type type = type(name);
    if (type == null || type.whole) {
      return;
    }
    type.whole = true;
    instantiate(type, by);
    for (Type.Method method : type.declared()) {
      reach(method, by);
      Use use = new Use(method.definition(), method.member().name(), by);
      for (String used : Descriptors.classes(method.member().descriptor())) {
        useOfJdk(used, use);
      }
    }
    for (ClassDefinition definition : type.definitions) {
      for (ClassMember field : definition.file().fields()) {
        Use use = new Use(definition, field.name(), by);
        for (String used : Descriptors.classes(field.descriptor())) {
          useOfJdk(used, use);
        }
      }
    }
  }

  /** Whoever has a class can make objects of it, and call them through what it extends. */
  void create(String name, @Nullable Use by) {
    Type type = type(name);
    if (type != null) {
      instantiate(type, by);
      for (Type.Method method : type.declared()) {
        if (method.member().name().equals("<init>")) {
          reach(method, by);
        }
      }
    }
  }

  /** Whether a class looks for the members of others. */
  boolean reflects(ClassDefinition definition) {
    return reflecting.computeIfAbsent(
        definition.file().name(), n -> Reflection.isIn(definition.file()));
  }

  private void provide(String name, @Nullable Use by) {
    Type type = type(name);
    if (type != null) {
      instantiate(type, by);
      reach(type.declared("<init>()V"), by);
      for (Type.Method method : type.declared()) {
        if (method.member().name().equals("provider") && method.member().isStatic()) {
          reach(method, by);
        }
      }
    }
  }

  boolean isWindow(String name) {
    Type type = type(name);
    if (type == null) {
      return Display.isWindow(name);
    }
    return type.isWindow();
  }

  private void touch(String name, @Nullable Use by) {
    if (touched.add(name)) {
      for (String provider : services.providersOf(name, jdk::has)) {
        provide(provider, by);
      }
    }
  }

  void useOfJdk(String name, Use by) {
    if (Display.isNeededFor(name)) {
      return;
    }
    if (!executed.uses().containsKey(name)) {
      if (application.has(name) || !jdk.has(name)) {
        return;
      }
      executed.uses().put(name, by);
      isDone |= goal.isReachedBy(name, by);
      touch(name, by);
    }
    code(by).types.add(name);
  }

  /** Whether a class of the JDK is used, and by whom is known. */
  boolean isUsed(String jdkClass) {
    return executed.uses().containsKey(jdkClass);
  }

  Executed.Code code(Use use) {
    return executed
        .code()
        .computeIfAbsent(use.definition().file().name(), c -> new Executed.Code());
  }
}
