package dev.parka.runtime.rootfs;

import java.nio.file.Path;

/**
 * Where the shared libraries of an image are taken from: this machine, or a root file system in a
 * directory, such as the unpacked one of a base image, or of the image whose JDK links.
 *
 * @param root the directory that holds {@code lib} and {@code usr}
 */
public record LibrarySource(Path root) {

  /** This machine. */
  public static final LibrarySource HOST = new LibrarySource(Path.of("/"));

  /** Whether this is the machine itself. */
  public boolean isHost() {
    // A record makes its own comparison at run time, which takes longer than the rest of a look-up.
    return root.equals(HOST.root);
  }

  /** For messages. */
  @Override
  public String toString() {
    return isHost() ? "this machine" : root.toString();
  }
}
