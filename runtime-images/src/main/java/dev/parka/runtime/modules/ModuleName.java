package dev.parka.runtime.modules;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.classes.Names;

/**
 * The name of a module, nearly always of the JDK, such as {@code java.base}.
 *
 * @param value a qualified name of Java identifiers
 */
public record ModuleName(String value) implements Comparable<ModuleName> {

  /** The module that every other needs. */
  public static final ModuleName JAVA_BASE = new ModuleName("java.base");

  /**
   * Checks the name.
   *
   * @throws ParkaException [BadModuleName] if no module can have it
   */
  public ModuleName {
    if (!Names.isQualified(value)) {
      throw new ParkaException(
          RuntimeProblem.BAD_MODULE_NAME,
          "'" + Printable.of(value) + "' is no module name",
          "write it like java.sql, as java --list-modules prints it");
    }
  }

  /** By hand: what the compiler leaves to the virtual machine is slow the first time. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ModuleName name && value.equals(name.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public int compareTo(ModuleName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
