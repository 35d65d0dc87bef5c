package dev.parka.runtime.lean;

import dev.parka.runtime.classes.BadClassFileException;
import dev.parka.runtime.classes.ClassFile;
import dev.parka.runtime.classes.ClassMember;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Finds the methods that can run and the classes that have to be there for them. */
final class LeanReach {

  private static final Set<String> HOOKS =
      Set.of(
          "readObject",
          "readObjectNoData",
          "readResolve",
          "readExternal",
          "writeObject",
          "writeReplace",
          "writeExternal");

  private final LeanClasses classes;
  private final LeanReflection reflection;
  private final LeanRules rules;
  private final Set<ClassMember> known = Collections.newSetFromMap(new IdentityHashMap<>());
  private final IdentityHashMap<ClassFile, LeanCode> lookers = new IdentityHashMap<>();
  private final Deque<Runnable> jobs = new ArrayDeque<>();
  private final List<Pending> pending = new ArrayList<>();
  private final List<LeanType> instantiated = new ArrayList<>();
  private final Map<LeanType, List<LeanType.Method>> reached = new HashMap<>();

  private record Pending(BooleanSupplier when, Runnable then) {}

  LeanReach(LeanClasses classes, LeanServices services, LeanRules rules) {
    this.rules = rules;
    this.classes = classes;
    this.reflection = new LeanReflection(this, services, rules);
  }

  /** Looks at all that can be reached from what it was told of. */
  void run() {
    boolean goesOn = true;
    while (goesOn) {
      for (Runnable job = jobs.poll(); job != null; job = jobs.poll()) {
        job.run();
      }
      goesOn = false;
      LeanType streams = classes.known("java/io/ObjectStreamClass");
      if (streams != null && streams.initialised) {
        hooks();
        goesOn = !jobs.isEmpty();
      }
      for (Pending one : List.copyOf(pending)) {
        if (one.when().getAsBoolean()) {
          pending.remove(one);
          one.then().run();
          goesOn = true;
        }
      }
    }
  }

  /** Does something after what is being done. */
  void later(Runnable job) {
    jobs.add(job);
  }

  /** Does something as soon as a condition holds. */
  void when(BooleanSupplier condition, Runnable then) {
    pending.add(new Pending(condition, then));
  }

  @Nullable LeanType find(String name) {
    return classes.find(name);
  }

  /** The classes in a descriptor have to be there. */
  void loadAll(String descriptor, LeanType by) {
    for (int i = descriptor.indexOf('L'); i >= 0; i = descriptor.indexOf('L', i)) {
      int end = descriptor.indexOf(';', i);
      load(descriptor.substring(i + 1, end), by, "has in a signature");
      i = end;
    }
  }

  void load(String name, @Nullable LeanType by, String how) {
    LeanType type = find(name);
    if (type != null) {
      load(type, by, how);
    }
  }

  /** A class is there, with its supertypes and the class around it. */
  void load(LeanType type, @Nullable LeanType by, String how) {
    if (type.isLoaded() || rules.isCut(type.name, "", by)) {
      return;
    }
    type.why = new LeanType.Why(by, how);
    for (LeanType parent : type.parents) {
      load(parent, type, "extends");
    }
    int nested = type.name.lastIndexOf('$');
    if (nested > 0) {
      load(type.name.substring(0, nested), type, "is in");
    }
    jobs.add(() -> look(type));
  }

  private void look(LeanType type) {
    for (ClassFile file : type.files) {
      // The verifier loads what it compares; of java.base nothing is verified.
      if (!type.module.equals(Optional.of("java.base"))) {
        file.references().forEach(name -> load(name, type, "refers to"));
      }
    }
    if (!type.isOfJdk()) {
      whole(type, null, "application");
    }
  }

  /** Its static initializer runs. */
  void initialise(LeanType type, @Nullable LeanType by, String how) {
    if (type.initialised) {
      return;
    }
    load(type, by, how);
    if (!type.isLoaded()) {
      return;
    }
    type.initialised = true;
    for (LeanType parent : type.parents) {
      initialise(parent, type, "extends");
    }
    reach(type.declared("<clinit>()V"), type);
  }

  void instantiate(LeanType type, @Nullable LeanType by, String how) {
    if (type.instantiated) {
      return;
    }
    initialise(type, by, how);
    if (!type.initialised) {
      return;
    }
    type.instantiated = true;
    instantiated.add(type);
    for (LeanType ancestor : type.lineage()) {
      for (String signature : ancestor.called) {
        reach(type.resolve(signature), type);
      }
      if (isManaged(ancestor)) {
        ancestor.declared().forEach(m -> reach(type.resolve(m.member().signature()), type));
      }
    }
  }

  /** Management calls what its interfaces have, by name. */
  private static boolean isManaged(LeanType type) {
    return type.name.endsWith("MBean") || type.name.endsWith("MXBean");
  }

  void reach(List<LeanType.Method> methods, @Nullable LeanType by) {
    for (LeanType.Method method : methods) {
      reach(method, by);
    }
  }

  void reach(LeanType.Method method, @Nullable LeanType by) {
    if (!rules.isCut(method.type().name, method.member().name(), by)
        && known.add(method.member())) {
      load(method.type(), by, "calls");
      reached.computeIfAbsent(method.type(), type -> new ArrayList<>()).add(method);
      jobs.add(() -> read(method));
    }
  }

  private void read(LeanType.Method method) {
    LeanCode looker =
        lookers.computeIfAbsent(
            method.file(), file -> new LeanCode(this, reflection, method.type(), file));
    try {
      looker.look(method.member());
    } catch (BadClassFileException e) {
      // What the virtual machine cannot read does not run.
    }
  }

  /** The methods of a class that can run. */
  List<LeanType.Method> reachedOf(LeanType type) {
    return reached.getOrDefault(type, List.of());
  }

  void call(LeanType type, String signature, @Nullable LeanType by) {
    if (!type.called.add(signature)) {
      return;
    }

    Set<LeanType> found = new HashSet<>();
    Deque<LeanType> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      LeanType at = open.pop();
      if (found.add(at)) {
        if (at.instantiated) {
          reach(at.resolve(signature), by);
        }
        at.children.forEach(open::push);
      }
    }
  }

  /** Reflection can do anything with a class. */
  void whole(LeanType type, @Nullable LeanType by, String how) {
    if (type.whole) {
      return;
    }
    type.whole = true;
    instantiate(type, by, how);
    describe(type);
    for (LeanType.Method method : type.declared()) {
      reach(method, type);
    }
    for (ClassFile file : type.files) {
      for (ClassMember field : file.fields()) {
        loadAll(field.descriptor(), type);
      }
    }
  }

  /** Whoever looks for one method of a class has the virtual machine load what all of them name. */
  void describe(LeanType type) {
    for (LeanType ancestor : type.lineage()) {
      if (ancestor.described) {
        continue;
      }
      ancestor.described = true;
      for (LeanType.Method method : ancestor.declared()) {
        loadAll(method.member().descriptor(), ancestor);
      }
    }
  }

  /** Whoever has a class can make objects of it, and call them through what it extends. */
  void create(LeanType type, @Nullable LeanType by, String how) {
    instantiate(type, by, how);
    for (LeanType.Method method : type.declared()) {
      if (method.member().name().equals("<init>")) {
        reach(method, type);
      }
    }
  }

  /** What serialization calls of the classes that there are objects of. */
  private void hooks() {
    for (LeanType type : List.copyOf(instantiated)) {
      for (LeanType.Method method : type.declared()) {
        if (HOOKS.contains(method.member().name())) {
          reach(method, type);
        }
      }
    }
  }
}
