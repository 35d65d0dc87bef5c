package dev.parka.runtime.startup;

import dev.parka.runtime.cache.Digest;
import java.nio.file.Path;

/** What tells which classes an application loads. */
public sealed interface ArchiveSource {

  /** Nothing does, which is enough for the JVM's default archive. */
  record None() implements ArchiveSource {}

  /**
   * A checked-in list of classes.
   *
   * @param file in the format of {@code -XX:DumpLoadedClassList}
   */
  record Listed(Path file) implements ArchiveSource {}

  /** A run of the application. */
  record Trained(Training training) implements ArchiveSource {}

  /**
   * The archive itself, as an earlier build made it.
   *
   * @param file where it lies
   * @param digest what its bytes must have
   */
  record Kept(Path file, Digest digest) implements ArchiveSource {}
}
