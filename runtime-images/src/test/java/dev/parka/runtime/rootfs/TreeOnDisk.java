package dev.parka.runtime.rootfs;

import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;

/** Writes file trees below a directory, with their permission bits. */
final class TreeOnDisk {

  private TreeOnDisk() {}

  static void write(FileTree tree, Path root) throws IOException {
    for (FileEntry entry : tree.entries()) {
      Path path = root.resolve(entry.path().relative());
      if (entry instanceof FileEntry.Directory directory) {
        Files.createDirectories(path);
        Files.setPosixFilePermissions(path, permissions(directory.mode()));
      } else if (entry instanceof FileEntry.SymbolicLink link) {
        Files.createSymbolicLink(path, Path.of(link.target()));
      } else if (entry instanceof FileEntry.RegularFile file) {
        try (InputStream in = file.content().open()) {
          Files.copy(in, path);
        }
        Files.setPosixFilePermissions(path, permissions(file.mode()));
      }
    }
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    PosixFilePermission[] all = PosixFilePermission.values();
    for (int bit = 0; bit < all.length; bit++) {
      if ((mode & 0400 >> bit) != 0) {
        permissions.add(all[bit]);
      }
    }
    return permissions;
  }
}
