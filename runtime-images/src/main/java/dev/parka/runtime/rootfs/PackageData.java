package dev.parka.runtime.rootfs;

import dev.parka.runtime.cache.FileFacts;
import dev.parka.runtime.tree.FileEntry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the package manager of a root file system knows of its files. */
sealed interface PackageData permits DpkgData, ApkData {

  /**
   * The data of a root file system; empty where there is none that can be read.
   *
   * @param facts what was found out before
   */
  static Optional<PackageData> of(HostRoot root, FileFacts facts) throws IOException {
    Optional<PackageData> dpkg = DpkgData.of(root, facts);
    return dpkg.isPresent() ? dpkg : ApkData.of(root);
  }

  /** The packages that files belong to, by the files' absolute paths, no link among their parts. */
  Map<String, SystemPackage> owners(Set<String> paths) throws IOException;

  /**
   * What an image has to hold, so that scanners know it as well as the root file system.
   *
   * @param copied the files that were copied, by package; a package that none were copied of, but
   *     that is in the image nevertheless, has none
   */
  List<FileEntry> files(Map<SystemPackage, List<CopiedFile>> copied) throws IOException;

  /**
   * The names under which a file may be listed where {@code /lib} is a link to {@code /usr/lib}.
   */
  static Set<String> aliases(String path) {
    return path.startsWith("/usr/")
        ? Set.of(path, path.substring("/usr".length()))
        : Set.of(path, "/usr" + path);
  }
}
