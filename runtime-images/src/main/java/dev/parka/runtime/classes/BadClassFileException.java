package dev.parka.runtime.classes;

/** Thrown when bytes are not the class file that their name promises. */
public final class BadClassFileException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Says what is wrong, as the end of a sentence about the file: {@code it ends too early}. */
  public BadClassFileException(String what) {
    super(what);
  }
}
