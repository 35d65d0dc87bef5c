package dev.parka.oci;

import dev.parka.oci.ArchiveEntry.Kind;
import dev.parka.oci.ArchiveEntry.Metadata;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.runtime.tree.Owner;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;

/** Reads a tar header as an entry of a layer. */
final class ArchiveEntryParser {

  private static final String WHITEOUT = ".wh.";
  private static final String OPAQUE = ".wh..wh..opq";
  private static final String ATTRIBUTE = "SCHILY.xattr.";
  private static final int MODE_BITS = 07777;

  private ArchiveEntryParser() {}

  /**
   * Reads a header.
   *
   * @throws ParkaException [HostileLayer] if its name leads elsewhere, or it is no file, directory
   *     or link
   */
  static ArchiveEntry parse(TarArchiveEntry tar) {
    ImagePath path =
        ArchivePath.parse(tar.getName())
            .orElseThrow(() -> hostile(tar, "has a name that is no path below the root"));
    Kind kind = kind(tar, path);
    if (kind == Kind.WHITEOUT) {
      path = removed(tar, path);
    } else if (kind == Kind.OPAQUE_WHITEOUT) {
      path = path.parent().orElse(ImagePath.ROOT);
    }
    if (kind != Kind.REGULAR_FILE && tar.getSize() > 0) {
      throw hostile(tar, "holds bytes although it is no regular file");
    }
    if (kind == Kind.SYMBOLIC_LINK && tar.getLinkName().isEmpty()) {
      throw hostile(tar, "is a symbolic link to nothing");
    }
    return new ArchiveEntry(path, kind, metadata(tar), tar.getSize(), tar.getLinkName());
  }

  private static Kind kind(TarArchiveEntry tar, ImagePath path) {
    if (tar.isSymbolicLink()) {
      return Kind.SYMBOLIC_LINK;
    }
    if (tar.isLink()) {
      return Kind.HARD_LINK;
    }
    if (tar.isDirectory()) {
      return Kind.DIRECTORY;
    }
    if (tar.isBlockDevice() || tar.isCharacterDevice() || tar.isFIFO() || !tar.isFile()) {
      throw hostile(tar, "is a device, a FIFO or of an unknown kind");
    }
    if (tar.isSparse()) {
      throw hostile(tar, "is a sparse file, which readers disagree on");
    }
    if (path.fileName().equals(OPAQUE)) {
      return Kind.OPAQUE_WHITEOUT;
    }
    return path.fileName().startsWith(WHITEOUT) ? Kind.WHITEOUT : Kind.REGULAR_FILE;
  }

  private static ImagePath removed(TarArchiveEntry tar, ImagePath path) {
    String name = path.fileName().substring(WHITEOUT.length());
    if (name.isEmpty() || name.equals(".") || name.equals("..") || name.startsWith(WHITEOUT)) {
      throw hostile(tar, "is a whiteout of nothing that a layer may remove");
    }
    return path.parent().orElse(ImagePath.ROOT).resolve(name);
  }

  private static Metadata metadata(TarArchiveEntry tar) {
    Set<String> attributes =
        tar.getExtraPaxHeaders().keySet().stream()
            .filter(key -> key.startsWith(ATTRIBUTE))
            .map(key -> key.substring(ATTRIBUTE.length()))
            .collect(Collectors.toSet());
    if (tar.getLongUserId() != (int) tar.getLongUserId()
        || tar.getLongGroupId() != (int) tar.getLongGroupId()) {
      throw hostile(tar, "belongs to a user or group that cannot be");
    }
    return new Metadata(
        tar.getMode() & MODE_BITS,
        new Owner((int) tar.getLongUserId(), (int) tar.getLongGroupId()),
        tar.getLastModifiedTime().toInstant(),
        attributes);
  }

  private static ParkaException hostile(TarArchiveEntry tar, String fact) {
    return new ParkaException(
        ArchiveProblem.HOSTILE_LAYER,
        "'" + Printable.of(tar.getName()) + "' " + fact,
        "build the image with another tool");
  }
}
