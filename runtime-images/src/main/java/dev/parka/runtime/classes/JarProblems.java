package dev.parka.runtime.classes;

import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import java.io.IOException;
import java.nio.file.FileSystemException;

/** The sentences about jars and what is in them. */
final class JarProblems {

  private JarProblems() {}

  /** A jar that cannot be read. */
  static Problem bad(String jar, String what) {
    return new Problem(
        RuntimeProblem.BAD_JAR,
        Printable.of(jar) + " cannot be read: " + Printable.of(what),
        "build or download it again");
  }

  /** What an exception says; those of file systems name no more than the file. */
  static String message(IOException e) {
    String message = String.valueOf(e.getMessage());
    return e instanceof FileSystemException
        ? e.getClass().getSimpleName() + " " + message
        : message;
  }

  /** A jar that means harm, or was made by a tool that does no better. */
  static Problem hostile(String jar, String what) {
    return new Problem(
        RuntimeProblem.HOSTILE_JAR,
        Printable.of(jar) + " has " + Printable.of(what),
        "do not use it unless you trust where it comes from, and then build it again");
  }

  /** A class file that cannot be read. */
  static Problem badClass(String source, String entry, String what) {
    return new Problem(
        RuntimeProblem.BAD_CLASS_FILE,
        Printable.of(entry) + " in " + Printable.of(source) + " was left out: " + what,
        "build it again for this JDK, or take it off the class path");
  }
}
