package dev.parka.runtime.classes;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.FileDigests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Somewhere that class files and resources lie: a jar, a directory, or what a compiler has just
 * written. Versions of multi-release jars are told apart by who reads it.
 */
public interface ClassSource {

  /** A jar file. */
  static ClassSource jar(Path file) {
    return new JarClassSource(file);
  }

  /** A directory of class files; symbolic links are followed. */
  static ClassSource directory(Path directory) {
    return new DirectoryClassSource(directory);
  }

  /** Files in memory, by their path such as {@code com/acme/App.class}; all is copied. */
  static ClassSource of(String name, Map<String, byte[]> files) {
    return new MemoryClassSource(name, files);
  }

  /** What reasons and findings call it: a jar's file name, or {@code classes} for a directory. */
  String name();

  /**
   * Lists the files; what is returned is to be closed after use.
   *
   * @throws IOException if the source as a whole cannot be read
   * @throws ParkaException [HostileJar] if a jar has two entries of one name, or names that lead
   *     out of it
   */
  SourceFiles open() throws IOException;

  /**
   * The digest of all that is in it; files on disk may be asked for what is remembered of them.
   *
   * @throws IOException if it cannot be read
   */
  default Digest digest(FileDigests digests) throws IOException {
    Digest.Parts parts = Digest.parts();
    try (SourceFiles files = open()) {
      for (SourceFile file : files.list()) {
        parts.add(file.name());
        try {
          parts.add(files.read(file));
        } catch (DamagedFileException e) {
          parts.add(e.what());
        }
      }
    }
    return parts.digest();
  }

  /**
   * The shell script that a jar begins with, so that it can be run by its name; nothing for all
   * else.
   *
   * @throws IOException if the jar cannot be read
   */
  default String script() throws IOException {
    return "";
  }

  /**
   * Hands every file that the visitor wants to it, sorted by name; damaged ones are reported, never
   * fatal.
   *
   * @throws IOException if the source as a whole cannot be read
   * @throws ParkaException [HostileJar] as {@link #open} does, or if a file has a size that no
   *     honest file has
   */
  default void visit(Visitor visitor) throws IOException {
    List<Problem> problems = new ArrayList<>();
    try (SourceFiles files = open()) {
      for (SourceFile file : files.list()) {
        if (!visitor.wants(file.name(), file.size())) {
          continue;
        }
        try {
          visitor.file(file.name(), files.read(file));
        } catch (DamagedFileException e) {
          visitor.damaged(file.name(), e.what());
        } catch (ParkaException e) {
          problems.addAll(e.problems());
        }
      }
    }
    if (!problems.isEmpty()) {
      throw new ParkaException(problems);
    }
  }

  /** What is told of each file. */
  @FunctionalInterface
  interface Visitor {

    /**
     * One file.
     *
     * @param name its path in the source, such as {@code com/acme/App.class}
     * @param bytes its content
     */
    void file(String name, byte[] bytes);

    /** Whether the visitor wants a file, asked before it is read; every one by default. */
    default boolean wants(String name, long size) {
      return true;
    }

    /** A wanted file whose bytes cannot be had, as its compressed data is damaged. */
    default void damaged(String name, String what) {}
  }
}
