package dev.parka.verify.boot;

import dev.parka.runtime.tree.Removal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/**
 * A directory with mode 0700 that goes with all that is in it, when it is closed or when this JVM
 * dies.
 *
 * @param path where it is
 * @param sweeper what removes it when this JVM dies
 */
record TemporaryDirectory(Path path, Process sweeper) implements AutoCloseable {

  /** Names of this process begin so: what a killed one left can be told from what is in use. */
  static final String PREFIX = "parka-boot-" + ProcessHandle.current().pid() + "-";

  static TemporaryDirectory create() throws CannotStart, IOException {
    String shell = HostTools.find("sh");
    Path path = Files.createTempDirectory(PREFIX);
    boolean isSwept = false;
    try {
      List<String> command = List.of(shell, "-c", Scripts.SWEEP, "sweep", path.toString());
      ProcessBuilder sweeper =
          HostTools.process(command)
              .redirectErrorStream(false)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      TemporaryDirectory directory = new TemporaryDirectory(path, sweeper.start());
      isSwept = true;
      return directory;
    } finally {
      if (!isSwept) {
        Files.delete(path);
      }
    }
  }

  @Override
  public void close() throws IOException {
    try {
      Removal.of(path);
    } finally {
      dismiss();
    }
  }

  /** It is to be gone before anybody looks for processes that were left. */
  private void dismiss() {
    try (OutputStream input = sweeper.getOutputStream()) {
      input.write('\n');
    } catch (IOException e) {
      // It has ended before.
    } finally {
      boolean isInterrupted = Thread.interrupted();
      try {
        sweeper.waitFor();
      } catch (InterruptedException e) {
        isInterrupted = true;
      } finally {
        sweeper.destroyForcibly();
        if (isInterrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /** Whether it belongs to root, who therefore is who runs this. */
  boolean isRoots() throws IOException {
    return Integer.valueOf(0)
        .equals(Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS));
  }
}
