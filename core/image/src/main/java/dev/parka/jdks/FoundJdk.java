package dev.parka.jdks;

import dev.parka.runtime.jdk.Jdk;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A JDK on the disk.
 *
 * @param jdk what it is
 * @param root the root file system that it came in, if it came in one: the shared libraries that go
 *     with it lie there
 */
public record FoundJdk(Jdk jdk, Optional<Path> root) {

  /** A JDK of this machine. */
  static FoundJdk here(Jdk jdk) {
    return new FoundJdk(jdk, Optional.empty());
  }
}
