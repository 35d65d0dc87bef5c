package dev.parka.verify.boot;

import dev.parka.runtime.tree.Removal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A directory with mode 0700 that goes with all that is in it. */
record TemporaryDirectory(Path path) implements AutoCloseable {

  /** Names of this process begin so: what a killed one left can be told from what is in use. */
  static final String PREFIX = "parka-boot-" + ProcessHandle.current().pid() + "-";

  static TemporaryDirectory create() throws IOException {
    return new TemporaryDirectory(Files.createTempDirectory(PREFIX));
  }

  @Override
  public void close() throws IOException {
    Removal.of(path);
  }

  /** Whether it belongs to root, who therefore is who runs this. */
  boolean isRoots() throws IOException {
    return Integer.valueOf(0)
        .equals(Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS));
  }
}
