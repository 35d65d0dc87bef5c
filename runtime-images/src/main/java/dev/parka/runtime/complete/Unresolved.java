package dev.parka.runtime.complete;

import dev.parka.runtime.Printable;
import dev.parka.runtime.modules.ModuleName;
import java.util.Comparator;
import java.util.Optional;

/**
 * A reference that does not resolve.
 *
 * @param kind what is missing
 * @param user the binary name of the class that refers to it
 * @param used the binary name of the class that it refers to
 * @param member name and descriptor of the field or method, or nothing where the class itself is
 *     missing
 * @param jar where the user lies
 * @param module the module of the JDK that has the class, where one has it
 * @param runs whether code that can run makes the reference
 */
public record Unresolved(
    Kind kind,
    String user,
    String used,
    String member,
    String jar,
    Optional<ModuleName> module,
    boolean runs)
    implements Comparable<Unresolved> {

  private static final Comparator<Unresolved> ORDER =
      Comparator.comparing(Unresolved::kind)
          .thenComparing(unresolved -> !unresolved.runs())
          .thenComparing(unresolved -> unresolved.module().map(ModuleName::value).orElse(""))
          .thenComparing(Unresolved::user)
          .thenComparing(Unresolved::used)
          .thenComparing(Unresolved::member)
          .thenComparing(Unresolved::jar);

  /** What is missing. */
  public enum Kind {
    /** A module of the JDK is not among those that are linked. */
    MODULE,
    /** The class is there, and has no such field or method: jars do not fit one another. */
    MEMBER,
    /** The class is nowhere: most often an optional dependency that nobody wants. */
    CLASS
  }

  @Override
  public int compareTo(Unresolved other) {
    return ORDER.compare(this, other);
  }

  /** One line, such as {@code com.acme.App → java.sql.Driver (app.jar): java.sql is not linked}. */
  @Override
  public String toString() {
    String what =
        switch (kind) {
          case MODULE ->
              module.map(ModuleName::value).orElse("its module")
                  + " is not linked"
                  + (runs ? "" : ", and no code that can run needs it");
          case MEMBER -> "there is no " + member;
          case CLASS -> "it is nowhere";
        };
    return Printable.of(user + " → " + used + " (" + jar + "): " + what);
  }
}
