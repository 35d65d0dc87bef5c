package dev.parka.runtime.modules;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;

/**
 * Gathers one source's classes in all their versions, its service files and the jars in it; the
 * version that counts is chosen when all have been seen.
 */
final class SourceVisitor implements ClassSource.Visitor {

  /** Class files under other names are looked for in files up to this size. */
  private static final long LARGEST_DISGUISE = 1L << 20;

  /** What became of one class file. */
  private record Outcome(Optional<ClassReferences> references, Optional<Problem> problem) {}

  private final String source;
  private final int featureVersion;
  private final ClassFileReader reader;
  private final EntryLimits limits;
  private final Nested nested;
  private final Map<String, SortedMap<Integer, Outcome>> outcomes = new TreeMap<>();
  private final Map<String, List<String>> services = new TreeMap<>();
  private final List<Problem> errors = new ArrayList<>();
  private boolean multiRelease;

  /** Is handed the jars that lie in the source. */
  @FunctionalInterface
  interface Nested {
    void jar(String name, byte[] bytes);
  }

  SourceVisitor(
      String source,
      int featureVersion,
      ClassFileReader reader,
      EntryLimits limits,
      Nested nested) {
    this.source = source;
    this.featureVersion = featureVersion;
    this.reader = reader;
    this.limits = limits;
    this.nested = nested;
  }

  @Override
  public boolean wants(String name, long size) {
    return EntryPath.of(name)
        .filter(path -> path.version() <= featureVersion)
        .filter(
            path ->
                path.isManifest()
                    || path.isClassFile()
                    || path.isJar()
                    || path.service().isPresent()
                    || size <= LARGEST_DISGUISE)
        .isPresent();
  }

  @Override
  public void file(String name, byte[] bytes) {
    Optional<String> tooMuch = limits.spend(bytes.length);
    if (tooMuch.isPresent()) {
      throw new ParkaException(List.of(JarProblems.hostile(source, tooMuch.get())));
    }
    EntryPath path = EntryPath.of(name).orElseThrow();
    Optional<String> service = path.service();
    if (path.isManifest()) {
      readManifest(bytes);
    } else if (service.isPresent()) {
      services.put(service.get(), providers(bytes));
    } else if (path.isJar()) {
      nested.jar(name, bytes);
    } else if (path.isClassFile()) {
      readClass(name, path, bytes);
    } else if (ClassFileReader.hasMagic(bytes)) {
      readDisguised(path, bytes);
    }
  }

  @Override
  public void damaged(String name, String what) {
    EntryPath path = EntryPath.of(name).orElseThrow();
    if (path.isClassFile()) {
      put(path, new Outcome(Optional.empty(), Optional.of(badClass(name, what))));
    } else if (path.isManifest() || path.isJar() || path.service().isPresent()) {
      errors.add(JarProblems.bad(source, name + ": " + what));
    }
  }

  /** What makes the source unusable. */
  List<Problem> errors() {
    return List.copyOf(errors);
  }

  /**
   * What counts of the source.
   *
   * @param taken paths of files that an earlier class path entry has; those that this one adds are
   *     put in
   * @param warnings where the damaged class files are told
   */
  SourceContents contents(Set<String> taken, List<Problem> warnings) {
    Map<String, ClassReferences> classes = new HashMap<>();
    Set<String> names = new TreeSet<>();
    outcomes.forEach(
        (path, versions) -> {
          int version = multiRelease ? versions.lastKey() : 0;
          Outcome outcome = versions.get(version);
          if (outcome == null || !taken.add(path)) {
            return;
          }
          outcome.references().ifPresent(found -> classes.put(path, found));
          outcome.problem().ifPresent(warnings::add);
          EntryPath entry = new EntryPath(version, path);
          if (entry.isClassFile() && !entry.isModuleInfo()) {
            names.add(entry.className());
          }
        });
    return new SourceContents(source, classes, names, services);
  }

  private void readClass(String name, EntryPath path, byte[] bytes) {
    try {
      ClassReferences references = reader.read(bytes);
      put(
          path,
          new Outcome(
              path.isModuleInfo() ? Optional.empty() : Optional.of(references), Optional.empty()));
    } catch (BadClassFileException e) {
      put(
          path,
          new Outcome(
              Optional.empty(), Optional.of(badClass(name, String.valueOf(e.getMessage())))));
    }
  }

  /** What starts like a class file under another name and is none may be a Mach-O library. */
  private void readDisguised(EntryPath path, byte[] bytes) {
    try {
      put(path, new Outcome(Optional.of(reader.read(bytes)), Optional.empty()));
    } catch (BadClassFileException e) {
      // No class file after all: nothing promised that it is one.
    }
  }

  private void readManifest(byte[] bytes) {
    try {
      Attributes main = new Manifest(new ByteArrayInputStream(bytes)).getMainAttributes();
      multiRelease = Boolean.parseBoolean(main.getValue(Attributes.Name.MULTI_RELEASE));
    } catch (IOException e) {
      errors.add(JarProblems.bad(source, "its manifest is damaged"));
    }
  }

  /** One class a line; {@code #} starts a comment. */
  private static List<String> providers(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8)
        .lines()
        .map(line -> line.split("#", -1)[0].strip())
        .filter(line -> !line.isEmpty())
        .sorted()
        .distinct()
        .toList();
  }

  private Problem badClass(String name, String what) {
    return JarProblems.badClass(source, name, what);
  }

  private void put(EntryPath path, Outcome outcome) {
    outcomes.computeIfAbsent(path.path(), p -> new TreeMap<>()).put(path.version(), outcome);
  }
}
