package dev.parka.verify.compare;

import dev.parka.oci.ArchiveEntry;
import dev.parka.runtime.tree.Owner;
import java.time.Instant;
import java.util.Locale;

/**
 * A file of an image.
 *
 * @param kind what it is
 * @param mode permission bits with setuid, setgid and sticky
 * @param owner whose it is
 * @param modified when it was modified
 * @param size the bytes of a regular file, else 0
 * @param content the digest of a regular file, what a symbolic link says, else empty text
 */
public record FileContents(
    ArchiveEntry.Kind kind, int mode, Owner owner, Instant modified, long size, String content) {

  private static final int SHOWN_DIGITS = 12;

  /** All but the time, in one line, such as {@code file 0644 0:0, 1234 bytes, 9f86d081884c}. */
  public String summary() {
    return switch (kind) {
      case DIRECTORY -> "directory " + access();
      case SYMBOLIC_LINK -> "link to " + content;
      default -> "file " + access() + ", " + size + " bytes, " + content.substring(0, SHOWN_DIGITS);
    };
  }

  private String access() {
    return String.format(Locale.ROOT, "%04o %s", mode, owner);
  }

  /** Whether nothing but the time differs. */
  boolean isSameBesideTime(FileContents other) {
    return kind == other.kind
        && content.equals(other.content)
        && size == other.size
        && owner.equals(other.owner)
        && (mode == other.mode || kind == ArchiveEntry.Kind.SYMBOLIC_LINK);
  }
}
