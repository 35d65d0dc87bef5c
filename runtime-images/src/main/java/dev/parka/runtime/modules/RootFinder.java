package dev.parka.runtime.modules;

import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.classes.ApplicationSource;
import dev.parka.runtime.classes.ClassDefinition;
import dev.parka.runtime.classes.ClassFileReader;
import dev.parka.runtime.reach.Roots;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds where an application begins: its main class, and what the virtual machine starts beside.
 */
final class RootFinder {

  /** The main class behind the launcher of a fat jar. */
  private static final String START = "Start-Class";

  /** Attributes of manifests that name a class to start. */
  private static final List<String> STARTED =
      List.of(START, "Launcher-Agent-Class", "Premain-Class", "Agent-Class");

  private final ApplicationClasses application;
  private final SortedMap<String, String> started = new TreeMap<>();
  private final SortedSet<String> own = new TreeSet<>();
  private final SortedMap<String, String> mentioned = new TreeMap<>();

  private RootFinder(ApplicationClasses application) {
    this.application = application;
  }

  /** The roots: those that manifests name, what the files and flags mention, the main class. */
  static Roots find(InferenceRequest request, ApplicationClasses application, Mentions mentions) {
    RootFinder finder = new RootFinder(application);
    for (ApplicationSource source : application.sources()) {
      finder.addStarted(source);
    }
    if (request.mainClass().isPresent()) {
      String main = request.mainClass().get().internalName();
      finder.started.put(main, "");
      finder.own.add(main);
    }
    finder.mentioned.putAll(mentions.ofApplication());
    NativeImageHints hints = NativeImageHints.in(application);
    for (String root : finder.own) {
      finder.addScanned(root);
    }
    return new Roots(finder.started, finder.own, finder.mentioned, hints.classes());
  }

  private void addStarted(ApplicationSource source) {
    for (String attribute : STARTED) {
      String name = source.attribute(attribute);
      if (name != null && application.has(name.replace('.', '/'))) {
        if (attribute.equals(START)) {
          own.add(name.replace('.', '/'));
        }
        started.put(name.replace('.', '/'), attribute + " of " + source.name());
      }
    }
  }

  /**
   * Frameworks look for their annotations in the package of the main class and below it. Whether
   * one is at work shows by an annotation on a class of that very package.
   */
  private void addScanned(String root) {
    int slash = root.lastIndexOf('/');
    if (slash < 0) {
      return;
    }
    String packageName = root.substring(0, slash + 1);
    SortedSet<String> below = new TreeSet<>();
    for (String name : application.names()) {
      if (name.startsWith(packageName)) {
        below.add(name);
      }
    }
    ClassFileReader reader = new ClassFileReader(application.featureVersion());
    for (String name : below) {
      if (name.lastIndexOf('/') == slash && isAnnotated(name, reader)) {
        for (String found : below) {
          mentioned.putIfAbsent(found, "scanned with " + Chains.dotted(root));
        }
        return;
      }
    }
  }

  private boolean isAnnotated(String name, ClassFileReader reader) {
    for (ClassDefinition definition : application.read(name, reader)) {
      if (application.seesAny(definition.file().annotations())) {
        return true;
      }
    }
    return false;
  }
}
