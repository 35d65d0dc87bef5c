package dev.parka.runtime.modules;

/**
 * Why a module is needed.
 *
 * @param text one line, such as {@code com.acme.App → java.sql.Driver (app.jar)}
 * @param isWeak whether it leaves room for doubt: something has a name, or a shape, that in most
 *     applications, not in all, means that the module is needed
 */
public record Reason(String text, boolean isWeak) implements Comparable<Reason> {

  /** A reason that leaves no doubt. */
  public Reason(String text) {
    this(text, false);
  }

  @Override
  public int compareTo(Reason other) {
    return text.compareTo(other.text);
  }

  /** The text, after {@code perhaps: } where it is weak. */
  @Override
  public String toString() {
    return isWeak ? "perhaps: " + text : text;
  }
}
