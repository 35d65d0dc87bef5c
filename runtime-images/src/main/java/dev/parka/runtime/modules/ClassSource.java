package dev.parka.runtime.modules;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Somewhere that class files and resources lie: a jar, a directory, or what a compiler has just
 * written. Read once, whole. Versions of multi-release jars are told apart by who reads it.
 */
public interface ClassSource {

  /** A jar file; it is opened at each visit only. */
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
   * Hands every file that the visitor wants to it, sorted by name; damaged ones are reported, never
   * fatal.
   *
   * @throws IOException if the source as a whole cannot be read
   * @throws dev.parka.runtime.ParkaException [HostileJar] if a jar has two entries of one name,
   *     names that lead out of it, or an entry of a size that no honest file has
   */
  void visit(Visitor visitor) throws IOException;

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
