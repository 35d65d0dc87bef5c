package dev.parka.runtime.classes;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The classes of a class path, the jars inside its jars included: all are known by name, and each
 * is read when it is asked for. To be closed after use.
 *
 * <p>Of two jars that define one class both count. Which one {@code java} loads hangs on an order
 * that is another one in another image, and what is needed must not.
 */
public final class ApplicationClasses implements AutoCloseable {

  /** Annotations that compilers of other languages put on every class. */
  private static final Set<String> EVERYWHERE =
      Set.of("kotlin/Metadata", "scala/reflect/ScalaSignature", "scala/reflect/ScalaLongSignature");

  private final List<ApplicationSource> sources;
  private final int featureVersion;
  private final Map<String, List<ApplicationSource>> owners = new HashMap<>();
  private final List<Problem> warnings = Collections.synchronizedList(new ArrayList<>());
  private final List<Problem> errors = Collections.synchronizedList(new ArrayList<>());
  private final Runnable onClose;

  private ApplicationClasses(
      List<ApplicationSource> sources,
      int featureVersion,
      List<Problem> errors,
      List<Problem> warnings,
      Runnable onClose) {
    List<ApplicationSource> sorted = new ArrayList<>(sources);
    sorted.sort(new ApplicationSource.ByName());
    this.sources = List.copyOf(sorted);
    this.featureVersion = featureVersion;
    this.errors.addAll(errors);
    this.warnings.addAll(warnings);
    this.onClose = onClose;
    for (ApplicationSource source : this.sources) {
      for (String name : source.classes().keySet()) {
        List<ApplicationSource> before = owners.put(name, List.of(source));
        if (before != null) {
          List<ApplicationSource> all = new ArrayList<>(before);
          all.add(source);
          owners.put(name, List.copyOf(all));
        }
      }
    }
  }

  /**
   * Opens every source and lists what is in it. What cannot be opened is among the {@link
   * #errors()}; nothing is thrown for it.
   */
  public static ApplicationClasses open(List<ClassSource> sources, int featureVersion) {
    SourceIndexer indexer = new SourceIndexer(featureVersion, new Scratch());
    for (ClassSource source : sources) {
      indexer.add(source);
    }
    return new ApplicationClasses(
        indexer.sources(), featureVersion, indexer.errors(), indexer.warnings(), indexer::close);
  }

  /** The class path entries and the jars in them, sorted by name. */
  public List<ApplicationSource> sources() {
    return sources;
  }

  /** The feature version of the JDK that the classes are to run on. */
  public int featureVersion() {
    return featureVersion;
  }

  /** The internal names of all classes. */
  public Set<String> names() {
    return owners.keySet();
  }

  /** Whether a class of this internal name is on the class path. */
  public boolean has(String name) {
    return owners.containsKey(name);
  }

  /**
   * Whether any of these annotation types can be seen at run time and says something: one that is
   * nowhere is not seen, and some are put on every class by their compiler.
   */
  public boolean seesAny(List<String> annotations) {
    for (String annotation : annotations) {
      if (has(annotation) && !EVERYWHERE.contains(annotation)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Reads the definitions of a class, in the order of their sources' names; none if the class path
   * has no such class. What is damaged becomes a warning. May be called by several threads, each
   * with a reader of its own.
   */
  public List<ClassDefinition> read(String name, ClassFileReader reader) {
    List<ClassDefinition> definitions = new ArrayList<>(1);
    for (ApplicationSource source : owners.getOrDefault(name, List.of())) {
      SourceFile file = source.classes().get(name);
      if (file != null) {
        read(source, file, reader, definitions);
      }
    }
    return definitions;
  }

  private void read(
      ApplicationSource source,
      SourceFile file,
      ClassFileReader reader,
      List<ClassDefinition> found) {
    try {
      found.add(new ClassDefinition(source, file, reader.read(source.files().read(file))));
    } catch (DamagedFileException e) {
      warnings.add(JarProblems.badClass(source.name(), file.name(), e.what()));
    } catch (BadClassFileException e) {
      warnings.add(
          JarProblems.badClass(source.name(), file.name(), String.valueOf(e.getMessage())));
    } catch (ParkaException e) {
      errors.addAll(e.problems());
    } catch (IOException e) {
      errors.add(JarProblems.bad(source.name(), JarProblems.message(e)));
    }
  }

  /** Takes note of a class file that shows only later that it is damaged. */
  public void damaged(ClassDefinition definition, BadClassFileException how) {
    warnings.add(
        JarProblems.badClass(
            definition.source().name(),
            definition.entry().name(),
            String.valueOf(how.getMessage())));
  }

  /** The damaged class files that were read so far, sorted. */
  public List<Problem> warnings() {
    return sorted(warnings);
  }

  /** What makes sources unusable, as far as it has shown. */
  public List<Problem> errors() {
    return sorted(errors);
  }

  @Override
  public void close() {
    onClose.run();
  }

  private static List<Problem> sorted(List<Problem> problems) {
    synchronized (problems) {
      if (problems.isEmpty()) {
        return List.of();
      }
      return problems.stream().distinct().sorted(Comparator.comparing(Problem::toString)).toList();
    }
  }
}
