package dev.parka.oci;

import dev.parka.runtime.tree.ImagePath;
import dev.parka.runtime.tree.Owner;
import java.time.Instant;
import java.util.Set;

/**
 * One entry of a layer whose name and kind are harmless.
 *
 * @param path where it lies; for a whiteout, what it removes
 * @param kind what it is
 * @param metadata mode, owner and time
 * @param size the bytes of a regular file, else 0
 * @param target what a symbolic link says, or the path that a hard link leads to; else empty text
 */
public record ArchiveEntry(ImagePath path, Kind kind, Metadata metadata, long size, String target) {

  /** What an entry is. */
  public enum Kind {
    /** A directory. */
    DIRECTORY,
    /** A regular file. */
    REGULAR_FILE,
    /** A symbolic link. */
    SYMBOLIC_LINK,
    /** Another name for a regular file. */
    HARD_LINK,
    /** Removes a path of the layers below. */
    WHITEOUT,
    /** Removes all that a directory holds of the layers below. */
    OPAQUE_WHITEOUT
  }

  /**
   * What a file is beside its content.
   *
   * @param mode permission bits with setuid, setgid and sticky, such as {@code 01777}
   * @param owner whose it is
   * @param modified when it was modified
   * @param extendedAttributes the names of its extended attributes
   */
  public record Metadata(int mode, Owner owner, Instant modified, Set<String> extendedAttributes) {

    /** Copies the set. */
    public Metadata {
      extendedAttributes = Set.copyOf(extendedAttributes);
    }
  }

  /** Permission bits with setuid, setgid and sticky. */
  public int mode() {
    return metadata.mode();
  }
}
