package dev.parka.runtime.startup;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.RuntimeProblem;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The classes that go into an archive, in the format of {@code -XX:DumpLoadedClassList}; sorted, so
 * that two runs that load the same give the same text, whichever thread was first.
 *
 * <p>Left out are numbers that only classes of other loaders need, with these classes themselves,
 * and {@code @cp} lines, which say what of a constant pool was resolved: that hangs on the moment
 * at which the run was stopped. {@link ConstantPoolLines} has what takes their place.
 *
 * @param classes names such as {@code java/lang/Object}
 * @param hints lines such as {@code @lambda-proxy com/acme/App run ()Ljava/lang/Runnable; …}
 */
public record ClassList(SortedSet<String> classes, SortedSet<String> hints) {

  private static final Pattern NAME = Pattern.compile("[^\\s.;\\[@#\\p{Cntrl}]+");
  private static final String FIX = "record it with -XX:DumpLoadedClassList, or by a training run";

  /** Copies both. */
  public ClassList {
    classes = Collections.unmodifiableSortedSet(new TreeSet<>(classes));
    hints = Collections.unmodifiableSortedSet(new TreeSet<>(hints));
  }

  /**
   * Reads a file.
   *
   * @throws ParkaException [BadClassList] if it is none, or has no class
   */
  public static ClassList read(Path file) {
    try {
      return parse(file.toString(), Files.readAllLines(file, StandardCharsets.UTF_8));
    } catch (MalformedInputException e) {
      throw bad(file + " is no text", e);
    } catch (IOException e) {
      throw bad(file + " cannot be read", e);
    }
  }

  static ClassList parse(String origin, List<String> lines) {
    SortedSet<String> classes = new TreeSet<>();
    SortedSet<String> hints = new TreeSet<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (line.startsWith("@")) {
        if (!line.startsWith("@cp ")) {
          hints.add(line);
        }
      } else if (!line.isEmpty() && !line.startsWith("#") && !line.contains(" source: ")) {
        String name = line.split("\\s", 2)[0];
        boolean isClass = NAME.matcher(name).matches();
        if (!isClass || !(name.equals(line) || line.startsWith(name + " id: "))) {
          throw bad("line " + (i + 1) + " of " + origin + " names no class: " + line, null);
        }
        classes.add(name);
      }
    }
    if (classes.isEmpty()) {
      throw bad(origin + " names no class", null);
    }
    return new ClassList(classes, hints);
  }

  /** The classes, what is said of their constant pools, the hints; one a line. */
  String text(List<String> constantPools) {
    StringBuilder text = new StringBuilder();
    classes.forEach(name -> text.append(name).append('\n'));
    constantPools.forEach(line -> text.append(line).append('\n'));
    hints.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  /** The text to keep in a file. */
  public String text() {
    return text(List.of());
  }

  private static ParkaException bad(String fact, @Nullable Exception cause) {
    String printable = Printable.of(fact);
    return cause == null
        ? new ParkaException(RuntimeProblem.BAD_CLASS_LIST, printable, FIX)
        : new ParkaException(RuntimeProblem.BAD_CLASS_LIST, printable, FIX, cause);
  }
}
