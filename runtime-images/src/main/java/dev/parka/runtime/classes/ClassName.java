package dev.parka.runtime.classes;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.RuntimeProblem;

/**
 * The binary name of a class, such as {@code com.acme.App} or {@code com.acme.Outer$Inner}.
 *
 * @param value a qualified name of Java identifiers
 */
public record ClassName(String value) implements Comparable<ClassName> {

  /**
   * Checks the name.
   *
   * @throws ParkaException [BadClassName] if no class can have it
   */
  public ClassName {
    if (!Names.isQualified(value)) {
      throw new ParkaException(
          RuntimeProblem.BAD_CLASS_NAME,
          "'" + Printable.of(value) + "' is no class name",
          "write it like com.acme.App, or com.acme.Outer$Inner for a nested class");
    }
  }

  /** The name that class files use, such as {@code com/acme/App}. */
  public String internalName() {
    return value.replace('.', '/');
  }

  /** The class file's name in a jar, such as {@code com/acme/App.class}. */
  public String resourceName() {
    return value.replace('.', '/') + ".class";
  }

  /** The part before the last, such as {@code com.acme}; empty if there is none. */
  public String packageName() {
    return value.substring(0, Math.max(0, value.lastIndexOf('.')));
  }

  /** The last part, such as {@code Outer$Inner}. */
  public String simpleName() {
    return value.substring(value.lastIndexOf('.') + 1);
  }

  @Override
  public int compareTo(ClassName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
