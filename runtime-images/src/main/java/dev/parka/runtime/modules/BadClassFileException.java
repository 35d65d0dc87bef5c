package dev.parka.runtime.modules;

/** Thrown when bytes are not the class file that their name promises; never leaves this package. */
final class BadClassFileException extends Exception {

  /** Says what is wrong, as the end of a sentence about the file: {@code it ends too early}. */
  BadClassFileException(String what) {
    super(what);
  }
}
