package dev.parka.runtime.rootfs;

import dev.parka.runtime.link.RuntimeImage;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.runtime.tree.Owner;

/**
 * What a root file system is made for.
 *
 * @param image the run-time image, which is not itself part of the answer
 * @param at where it will lie, such as {@code /opt/java}
 * @param user who the application runs as
 * @param contents what it is made from
 */
public record RootFileSystemRequest(
    RuntimeImage image, ImagePath at, Owner user, Contents contents) {

  /**
   * What a root file system is made from.
   *
   * @param libraries where shared libraries come from
   * @param caCertificates whether programs that are not Java's find CA certificates in {@code
   *     /etc/ssl}; Java has its own
   */
  public record Contents(LibrarySource libraries, boolean caCertificates) {

    /** Libraries of this machine, no certificates. */
    public static final Contents DEFAULT = new Contents(LibrarySource.HOST, false);

    /** The same with libraries from elsewhere. */
    public Contents withLibraries(LibrarySource source) {
      return new Contents(source, caCertificates);
    }

    /** The same with CA certificates, or without. */
    public Contents withCaCertificates(boolean wanted) {
      return new Contents(libraries, wanted);
    }
  }

  /** A request that takes the libraries of this machine. */
  public static RootFileSystemRequest of(RuntimeImage image, ImagePath at, Owner user) {
    return new RootFileSystemRequest(image, at, user, Contents.DEFAULT);
  }
}
