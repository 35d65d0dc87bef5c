package dev.parka.runtime.rootfs;

import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.runtime.tree.Owner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The few files that a C library and a JVM expect in every system, whoever makes it. */
public final class SystemFiles {

  private static final int FILE_MODE = 0644;
  private static final int TEMPORARY_DIRECTORY_MODE = 01777;

  /** Where glibc looks for {@code C.UTF-8}: as it is written, and as it is normalised. */
  private static final List<String> UTF8_LOCALES =
      List.of("/usr/lib/locale/C.UTF-8", "/usr/lib/locale/C.utf8");

  private SystemFiles() {}

  /** Files for this user, sorted by path. */
  public static List<FileEntry> of(Owner user) {
    String userLine =
        user.uid() == 0
            ? ""
            : "app:x:" + user.uid() + ":" + user.gid() + "::/home/app:/sbin/nologin\n";
    String groupLine = user.gid() == 0 ? "" : "app:x:" + user.gid() + ":\n";
    return List.of(
        file("/etc/group", "root:x:0:\n" + groupLine),
        // Without it glibc before 2.37 asks DNS first for what /etc/hosts has.
        file("/etc/nsswitch.conf", "group: files\nhosts: files dns\npasswd: files\n"),
        file("/etc/passwd", "root:x:0:0:root:/root:/sbin/nologin\n" + userLine),
        new FileEntry.Directory(new ImagePath("/tmp"), TEMPORARY_DIRECTORY_MODE));
  }

  /**
   * The files of glibc's {@code C.UTF-8} locale; empty if the source has none. Without them a JVM
   * can open no file whose name is not ASCII, whatever its own options say.
   */
  static List<CopiedFile> utf8Locale(HostLibraries host) throws IOException {
    for (String directory : UTF8_LOCALES) {
      Optional<Path> found = host.directory(directory);
      if (found.isPresent()) {
        return files(found.get(), new ImagePath(directory));
      }
    }
    return List.of();
  }

  private static List<CopiedFile> files(Path directory, ImagePath at) throws IOException {
    List<CopiedFile> files = new ArrayList<>();
    for (FileEntry entry : FileTree.read(directory, at).entries()) {
      // Links among the files of a locale lead to other locales, where the same bytes are.
      if (entry instanceof FileEntry.RegularFile file) {
        String relative = file.path().value().substring(at.value().length() + 1);
        files.add(new CopiedFile(file.path(), directory.resolve(relative)));
      }
    }
    return files;
  }

  private static FileEntry file(String path, String text) {
    return new FileEntry.RegularFile(new ImagePath(path), FILE_MODE, Content.utf8(text));
  }
}
