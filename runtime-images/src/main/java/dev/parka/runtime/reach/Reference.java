package dev.parka.runtime.reach;

/**
 * The name of a class that an application refers to, found once however many of its classes do:
 * there are ten thousands of references to a few thousand names.
 */
public final class Reference {

  private final String name;
  private final int number;
  private boolean touched;

  Reference(String name, int number) {
    this.name = name;
    this.number = number;
  }

  /** The internal name. */
  public String name() {
    return name;
  }

  /** Counts from 0, so that what is known of all of them fits into an array. */
  public int number() {
    return number;
  }

  /** Takes note that a reached class has it; answers whether it is the first. */
  boolean touch() {
    boolean first = !touched;
    touched = true;
    return first;
  }
}
