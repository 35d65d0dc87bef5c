package dev.parka.runtime.tree;

/** One file of an image; what is no directory belongs to root. */
public sealed interface FileEntry {

  /** Where it lies. */
  ImagePath path();

  /**
   * A directory; {@code mode} holds the permission bits and the sticky bit, such as {@code 01777}.
   */
  record Directory(ImagePath path, int mode, Owner owner) implements FileEntry {

    /** A directory of root's. */
    public Directory(ImagePath path, int mode) {
      this(path, mode, Owner.ROOT);
    }
  }

  /** A regular file; {@code mode} holds the permission bits, such as {@code 0644}. */
  record RegularFile(ImagePath path, int mode, Content content) implements FileEntry {}

  /** A symbolic link; {@code target} is taken as it stands, relative or absolute. */
  record SymbolicLink(ImagePath path, String target) implements FileEntry {}
}
