package dev.parka.verify.boot;

/**
 * How far a started image is kept from this machine, in the order in which the ways are tried: what
 * needs nothing but this machine comes before an engine, and an engine before no isolation at all.
 */
public enum Isolation {
  /** Root's own mounts and processes, the image as the root directory, the image's user. */
  CHROOT("chroot"),
  /** The same for an ordinary user, who is the image's user in there. */
  USER_NAMESPACE("chroot, user namespace"),
  /** A container of Podman's, which has no daemon. */
  PODMAN("podman"),
  /** A container of Docker's daemon. */
  DOCKER("docker"),
  /** The image's java as a plain process of this machine, with this machine's shared libraries. */
  NONE("no isolation");

  private final String text;

  Isolation(String text) {
    this.text = text;
  }

  /** Whether a container engine does it. */
  boolean isEngine() {
    return this == PODMAN || this == DOCKER;
  }

  /** Whether a user, root or not, may try it. */
  boolean isOpenTo(boolean root) {
    return root || this != CHROOT;
  }

  @Override
  public String toString() {
    return text;
  }
}
