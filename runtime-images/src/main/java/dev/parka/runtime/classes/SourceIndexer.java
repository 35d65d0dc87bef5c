package dev.parka.runtime.classes;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Opens class path entries and the jars in them, and says all that is wrong with them. */
final class SourceIndexer {

  /** A web archive in an enterprise archive holds jars: more than that has no purpose. */
  private static final int DEEPEST = 3;

  private static final String JAR = "PK\3\4";

  private final int featureVersion;
  private final Scratch scratch;
  private final ClassFileReader reader;
  private final List<ApplicationSource> sources = new ArrayList<>();
  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  /** Prepares to read for a JDK of this feature version. */
  SourceIndexer(int featureVersion, Scratch scratch) {
    this.featureVersion = featureVersion;
    this.scratch = scratch;
    this.reader = new ClassFileReader(featureVersion);
  }

  /** Opens one class path entry. */
  void add(ClassSource source) {
    add(source, 0, new EntryLimits());
  }

  /** What was opened: each entry and the jars in it. */
  List<ApplicationSource> sources() {
    return List.copyOf(sources);
  }

  List<Problem> errors() {
    return List.copyOf(errors);
  }

  List<Problem> warnings() {
    return List.copyOf(warnings);
  }

  /** Closes all files, and deletes the jars that were unpacked. */
  void close() {
    for (ApplicationSource source : sources) {
      try {
        source.files().close();
      } catch (IOException e) {
        // It was only read.
      }
    }
    scratch.delete();
  }

  private void add(ClassSource source, int depth, EntryLimits limits) {
    try {
      add(source.name(), source.open(), depth, limits);
    } catch (IOException e) {
      errors.add(JarProblems.bad(source.name(), JarProblems.message(e)));
    } catch (ParkaException e) {
      errors.addAll(e.problems());
    }
  }

  private void add(String name, SourceFiles open, int depth, EntryLimits limits) {
    try {
      SourceFiles files = new LimitedFiles(name, open, limits);
      SourceScan scan = new SourceScan(name, files, featureVersion, reader);
      sources.add(scan.scan());
      errors.addAll(scan.errors());
      warnings.addAll(scan.warnings());
      for (SourceFile jar : scan.jars()) {
        addNested(name + "!/" + jar.name(), files, jar, depth + 1, limits);
      }
    } catch (IOException e) {
      errors.add(JarProblems.bad(name, JarProblems.message(e)));
    } catch (DamagedFileException e) {
      errors.add(JarProblems.bad(name, e.what()));
    } catch (ParkaException e) {
      errors.addAll(e.problems());
    }
  }

  /**
   * Opens a jar in a jar. Its classes are loaded by a class loader that the application brings, so
   * that nothing is known of what hides what: all of them count.
   */
  private void addNested(
      String name, SourceFiles around, SourceFile jar, int depth, EntryLimits limits)
      throws DamagedFileException, IOException {
    if (!new String(around.peek(jar, JAR.length()), StandardCharsets.ISO_8859_1).equals(JAR)) {
      // It is something else, or damaged: then reading it says so.
      around.read(jar);
      return;
    }
    if (depth > DEEPEST) {
      errors.add(JarProblems.hostile(name, "more than " + DEEPEST + " jars around it"));
      return;
    }
    SourceFiles inPlace = around.open(jar, name);
    if (inPlace != null) {
      add(name, inPlace, depth, limits);
    } else {
      addNested(name, around.read(jar), depth, limits);
    }
  }

  private void addNested(String name, byte[] bytes, int depth, EntryLimits limits) {
    try {
      SourceFiles files = JarClassSource.open(name, bytes);
      if (files != null) {
        add(name, files, depth, limits);
      } else {
        add(new JarClassSource(name, scratch.write(bytes)), depth, limits);
      }
    } catch (ParkaException e) {
      errors.addAll(e.problems());
    } catch (IOException e) {
      errors.add(
          new Problem(
              RuntimeProblem.CANNOT_WRITE,
              Printable.of(name) + " cannot be unpacked to " + scratch.folder(),
              "see that the folder is there and has room"));
    }
  }
}
