package dev.parka.runtime.classes;

/** Thrown when a file of a class source is listed and cannot be had. */
public final class DamagedFileException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String what;

  /** Says what is wrong, as a sentence about the file: {@code its checksum is wrong}. */
  public DamagedFileException(String what) {
    super(what);
    this.what = what;
  }

  /** What is wrong. */
  public String what() {
    return what;
  }
}
