package dev.parka.verify.boot;

/** How far a started image is kept from this machine, the strongest first. */
public enum Isolation {
  /** Root's own mounts and processes, the image as the root directory, the image's user. */
  CHROOT("chroot"),
  /** The same for an ordinary user, who is the image's user in there. */
  USER_NAMESPACE("chroot, user namespace"),
  /** The image's java as a plain process of this machine, with this machine's shared libraries. */
  NONE("no isolation");

  private final String text;

  Isolation(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
