package dev.parka.runtime.modules;

/**
 * Why a module is needed.
 *
 * @param text one line, such as {@code com.acme.App uses java.sql.Driver (app.jar)}
 */
public record Reason(String text) implements Comparable<Reason> {

  @Override
  public int compareTo(Reason other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
