package dev.parka.runtime.modules;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads a class path once, the jars inside its jars too, and says all that is wrong with it. */
final class SourceReader {

  /** A web archive in an enterprise archive holds jars: more than that has no purpose. */
  private static final int DEEPEST = 3;

  private final int featureVersion;
  private final Path scratch;
  private final ClassFileReader classFiles;
  private final List<SourceContents> contents = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();
  private final List<Problem> errors = new ArrayList<>();

  /**
   * The class files of the class path proper: of two with one path, {@code java} loads the first.
   */
  private final Set<String> taken = new HashSet<>();

  /** Prepares to read for a JDK of this feature version. */
  SourceReader(int featureVersion) {
    this(featureVersion, Path.of(System.getProperty("java.io.tmpdir")));
  }

  /** The same with a folder that jars in jars are unpacked to, one at a time. */
  SourceReader(int featureVersion, Path scratch) {
    this.featureVersion = featureVersion;
    this.scratch = scratch;
    this.classFiles = new ClassFileReader(featureVersion);
  }

  /** Reads one entry of the class path; entries are to be read in their order. */
  void read(ClassSource source) {
    read(source, 0, new EntryLimits(), taken);
  }

  /** What was read: each source, then the jars in it. */
  List<SourceContents> contents() {
    return List.copyOf(contents);
  }

  /** The damaged class files. */
  List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  /** What makes sources unusable. */
  List<Problem> errors() {
    return List.copyOf(errors);
  }

  private void read(ClassSource source, int depth, EntryLimits limits, Set<String> taken) {
    int place = contents.size();
    SourceVisitor visitor =
        new SourceVisitor(
            source.name(),
            featureVersion,
            classFiles,
            limits,
            (name, bytes) -> readNested(source.name() + "!/" + name, bytes, depth + 1, limits));
    try {
      source.visit(visitor);
    } catch (IOException e) {
      errors.add(JarProblems.bad(source.name(), JarProblems.message(e)));
    } catch (ParkaException e) {
      errors.addAll(e.problems());
    }
    errors.addAll(visitor.errors());
    contents.add(place, visitor.contents(taken, warnings));
  }

  /**
   * Reads a jar in a jar. Its classes are loaded by a class loader that the application brings, so
   * that nothing is known of what hides what: all of them count.
   */
  private void readNested(String name, byte[] bytes, int depth, EntryLimits limits) {
    if (bytes.length < 4
        || !new String(bytes, 0, 4, StandardCharsets.ISO_8859_1).equals("PK\3\4")) {
      return;
    }
    if (depth > DEEPEST) {
      errors.add(JarProblems.hostile(name, "more than " + DEEPEST + " jars around it"));
      return;
    }
    try {
      Path file = Files.createTempFile(scratch, "parka-", ".jar");
      try {
        Files.write(file, bytes);
        read(new JarClassSource(name, file), depth, limits, new HashSet<>());
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      errors.add(
          new Problem(
              RuntimeProblem.CANNOT_WRITE,
              Printable.of(name) + " cannot be unpacked to " + scratch,
              "see that the folder is there and has room"));
    }
  }
}
