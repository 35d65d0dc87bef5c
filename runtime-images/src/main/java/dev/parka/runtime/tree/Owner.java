package dev.parka.runtime.tree;

/**
 * Whose a file is, by number.
 *
 * @param uid the user, 0 for root
 * @param gid the group, 0 for root
 */
public record Owner(int uid, int gid) {

  /** Root. */
  public static final Owner ROOT = new Owner(0, 0);

  @Override
  public String toString() {
    return uid + ":" + gid;
  }
}
