package dev.parka.runtime.rootfs;

import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.cache.FileFacts;
import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where the copied files of an image come from, as scanners for vulnerabilities read it.
 *
 * @param files what the image holds of it
 * @param owners the packages by the copied files' paths in the image
 * @param packages all of them, the JDK's among them
 * @param warnings files of which nothing is known
 */
record Provenance(
    List<FileEntry> files,
    SortedMap<ImagePath, SystemPackage> owners,
    SortedSet<SystemPackage> packages,
    List<Problem> warnings) {

  /** By these, scanners tell distributions and their releases from one another. */
  private static final List<ImagePath> RELEASES =
      List.of(
          new ImagePath("/etc/alpine-release"),
          new ImagePath("/etc/debian_version"),
          new ImagePath("/etc/lsb-release"),
          new ImagePath("/etc/os-release"));

  private static final int FILE_MODE = 0644;

  Provenance {
    files = List.copyOf(files);
    owners = Collections.unmodifiableSortedMap(new TreeMap<>(owners));
    packages = Collections.unmodifiableSortedSet(new TreeSet<>(packages));
    warnings = List.copyOf(warnings);
  }

  /**
   * Looks files up.
   *
   * @param jlink the program that linked, whose package is the JDK's
   * @param facts what was found out before
   */
  static Provenance of(
      HostRoot root,
      LibrarySource source,
      Collection<CopiedFile> copied,
      Path jlink,
      FileFacts facts)
      throws IOException {
    List<FileEntry> files = new ArrayList<>(releases(root));
    Optional<PackageData> data = PackageData.of(root, facts);
    if (data.isEmpty()) {
      return new Provenance(
          files, new TreeMap<>(), new TreeSet<>(), unknown(source, "no package data", copied));
    }
    Set<String> paths = new TreeSet<>();
    copied.forEach(file -> paths.add(root.pathOf(file.file())));
    Optional<String> program =
        root.contains(jlink) ? Optional.of(root.pathOf(jlink)) : Optional.empty();
    program.ifPresent(paths::add);
    Map<String, SystemPackage> found = data.get().owners(paths);
    SortedMap<SystemPackage, List<CopiedFile>> byPackage = new TreeMap<>();
    SortedMap<ImagePath, SystemPackage> owners = new TreeMap<>();
    List<CopiedFile> unknown = new ArrayList<>();
    for (CopiedFile file : copied) {
      SystemPackage owner = found.get(root.pathOf(file.file()));
      if (owner == null) {
        unknown.add(file);
      } else {
        owners.put(file.path(), owner);
        byPackage.computeIfAbsent(owner, key -> new ArrayList<>()).add(file);
      }
    }
    program
        .map(found::get)
        .ifPresent(owner -> byPackage.computeIfAbsent(owner, key -> new ArrayList<>()));
    files.addAll(data.get().files(byPackage));
    return new Provenance(
        files, owners, new TreeSet<>(byPackage.keySet()), unknown(source, "no package", unknown));
  }

  Optional<SystemPackage> owner(ImagePath path) {
    return Optional.ofNullable(owners.get(path));
  }

  private static List<FileEntry> releases(HostRoot root) throws IOException {
    List<FileEntry> files = new ArrayList<>();
    for (ImagePath path : RELEASES) {
      Optional<Path> found = root.find(path.value()).filter(Files::isRegularFile);
      if (found.isPresent()) {
        files.add(new FileEntry.RegularFile(path, FILE_MODE, Content.of(found.get())));
      }
    }
    return files;
  }

  private static List<Problem> unknown(
      LibrarySource source, String what, Collection<CopiedFile> files) {
    SortedSet<ImagePath> paths = new TreeSet<>();
    files.forEach(file -> paths.add(file.path()));
    if (paths.isEmpty()) {
      return List.of();
    }
    return List.of(
        new Problem(
            RuntimeProblem.NO_PACKAGE_DATA,
            source
                + " has "
                + what
                + " for "
                + paths.first()
                + (paths.size() == 1 ? "" : " and " + (paths.size() - 1) + " more"),
            "scanners will not see what is in them: take libraries that dpkg or apk has installed"));
  }
}
