package dev.parka.runtime.rootfs;

import dev.parka.runtime.link.RuntimeImage;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.runtime.tree.Owner;
import java.io.IOException;

/**
 * What a root file system is made for.
 *
 * @param image the run-time image, which is not itself part of the answer
 * @param at where it will lie, such as {@code /opt/java}
 * @param user who the application runs as
 * @param libraries where shared libraries come from
 */
public record RootFileSystemRequest(
    RuntimeImage image, ImagePath at, Owner user, HostLibraries libraries) {

  /** A request that takes the libraries of this machine. */
  public static RootFileSystemRequest of(RuntimeImage image, ImagePath at, Owner user)
      throws IOException {
    return new RootFileSystemRequest(image, at, user, HostLibraries.of(image.jdk()));
  }
}
