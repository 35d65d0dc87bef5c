package dev.parka.runtime.lean;

import dev.parka.runtime.modules.ReachedApplication;
import dev.parka.runtime.reach.ReachedClass;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Where everything begins: the application, the virtual machine, what rules and users keep. */
final class LeanRoots {

  private static final String VIRTUAL_MACHINE = "libjvm.so";

  /** Classes that the virtual machine has code for, and never looks for by itself. */
  private static final Pattern INTRINSIC =
      Pattern.compile(
          "com/sun/crypto/|sun/security/|sun/nio/cs/|java/math/|java/util/zip/|java/util/Base64"
              + "|java/util/stream/|jdk/internal/util/");

  /** Those that it knows the shape of when they are there. */
  private static final Pattern KNOWN = Pattern.compile("jdk/internal/foreign/");

  private final LeanReach reach;
  private final LeanClasses classes;
  private final LeanRules rules;

  LeanRoots(LeanReach reach, LeanClasses classes, LeanRules rules) {
    this.reach = reach;
    this.classes = classes;
    this.rules = rules;
  }

  void add(
      ReachedApplication application,
      LeanRequest request,
      SortedMap<String, NativeNames> libraries) {
    for (ReachedClass found : application.reached().classes()) {
      reach.load(found.name(), null, "the application has");
    }
    application.mentionedBy().forEach((name, by) -> whole(name, by + " names"));
    libraries.forEach(this::add);
    for (LeanRules.Rule rule : rules.keeps()) {
      LeanType trigger = reach.find(rule.other().begin());
      if (trigger != null) {
        reach.when(trigger::isLoaded, () -> keep(rule.pattern(), trigger, rule.why()));
      }
    }
    request
        .recorded()
        .ifPresent(
            trace ->
                trace
                    .classes()
                    .values()
                    .forEach(names -> names.forEach(name -> recorded(name.replace('.', '/')))));
    for (String kept : request.kept()) {
      NamePattern pattern = NamePattern.of(kept.replace('.', '/'));
      new TreeSet<>(classes.names())
          .stream().filter(pattern::isAbout).forEach(name -> whole(name, "the user keeps"));
    }
  }

  private void keep(NamePattern pattern, LeanType trigger, String why) {
    for (String name : classes.names()) {
      LeanType type = pattern.isAbout(name) ? reach.find(name) : null;
      if (type != null) {
        reach.create(type, trigger, "needs (" + why + ")");
      }
    }
  }

  private void recorded(String name) {
    LeanType type = reach.find(name);
    if (type != null) {
      reach.initialise(type, null, "a recorded run loaded");
    }
  }

  private void whole(String name, String by) {
    LeanType type = classes.isOfJdk(name) ? reach.find(name) : null;
    if (type != null) {
      reach.whole(type, null, by);
    }
  }

  private void add(String path, NativeNames names) {
    String by = path.substring(path.lastIndexOf('/') + 1);
    boolean isVirtualMachine = by.equals(VIRTUAL_MACHINE);
    for (String text : names.paths()) {
      boolean isSignature = text.startsWith("L") && text.endsWith(";");
      String name = isSignature ? text.substring(1, text.length() - 1) : text;
      if (!classes.isOfJdk(name) || (isVirtualMachine && INTRINSIC.matcher(name).lookingAt())) {
        continue;
      }
      if (isSignature || (isVirtualMachine && KNOWN.matcher(name).lookingAt())) {
        reach.load(name, null, by + " has in a signature");
      } else {
        called(name, names, by);
      }
    }
  }

  /** Native code can make objects of a class and call what it has the name and descriptor of. */
  private void called(String name, NativeNames names, String by) {
    LeanType type = reach.find(name);
    if (type == null) {
      return;
    }
    reach.instantiate(type, null, by + " names");
    for (LeanType.Method method : type.declared()) {
      if (names.has(method.member().name()) && names.has(method.member().descriptor())) {
        reach.reach(method, type);
        if (!method.member().isStatic() && !method.member().name().startsWith("<")) {
          reach.call(type, method.member().signature(), type);
        }
      }
    }
  }
}
