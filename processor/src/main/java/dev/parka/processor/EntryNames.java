package dev.parka.processor;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.classes.MeantClasses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The classes that one entry of a class path has, and those of others that it may mean, by internal
 * name.
 *
 * @param defined those that it has
 * @param meant those that it has not, Java's own left out
 */
record EntryNames(Set<String> defined, Collection<String> meant) {

  /** Whoever has the annotation has this jar, and no application needs it. */
  private static final String ANNOTATIONS = "dev/parka/annotations/";

  private static final String CLASS = ".class";
  private static final String SERVICES = "META-INF/services/";

  /** Begins a line with a name that is defined, or meant. */
  private static final char DEFINED = '+';

  private static final char MEANT = ' ';

  /** Reads an entry; of a damaged one whatever comes before the damage. */
  static EntryNames of(ClassSource source) {
    Reader reader = new Reader();
    try {
      source.visit(reader);
    } catch (IOException | ParkaException e) {
      // The inference reads the same source and says what is wrong with it.
    }
    reader.meant.removeAll(reader.defined);
    return new EntryNames(reader.defined, reader.meant);
  }

  /** The names as {@link #toString} wrote them. */
  static EntryNames parse(String text) {
    Set<String> defined = new HashSet<>();
    List<String> meant = new ArrayList<>();
    text.lines().forEach(l -> (l.charAt(0) == DEFINED ? defined : meant).add(l.substring(1)));
    return new EntryNames(defined, meant);
  }

  /** A line for each name. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    defined.forEach(name -> text.append(DEFINED).append(name).append('\n'));
    meant.forEach(name -> text.append(MEANT).append(name).append('\n'));
    return text.toString();
  }

  /** Takes note of what a file defines and what it refers to. */
  private static final class Reader implements ClassSource.Visitor {

    private final Set<String> defined = new HashSet<>();
    private final Set<String> meant = new HashSet<>();
    private final MeantClasses names =
        new MeantClasses(CompileTimeAnnotations.ATTRIBUTE, CompileTimeAnnotations::of);

    @Override
    public boolean wants(String name, long size) {
      return name.endsWith(CLASS) || name.startsWith(SERVICES);
    }

    @Override
    public void file(String name, byte[] bytes) {
      if (name.endsWith(CLASS)) {
        defined.add(name.substring(0, name.length() - CLASS.length()));
        names.read(bytes).forEach(this::mean);
      } else {
        providers(bytes, this::mean);
      }
    }

    private void mean(String name) {
      // A line holds one name, whatever a text says.
      if (!name.startsWith("java/") && !name.startsWith(ANNOTATIONS) && name.indexOf('\n') < 0) {
        meant.add(name);
      }
    }

    private static void providers(byte[] bytes, Consumer<String> each) {
      new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.split("#", -1)[0].strip())
          .filter(line -> !line.isEmpty())
          .forEach(line -> each.accept(line.replace('.', '/')));
    }
  }
}
