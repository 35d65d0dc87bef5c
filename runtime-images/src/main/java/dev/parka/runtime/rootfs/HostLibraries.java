package dev.parka.runtime.rootfs;

import dev.parka.runtime.elf.ElfFile;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.runtime.jdk.Libc;
import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The shared libraries of a source for one JDK's processor and C library. */
final class HostLibraries {

  private static final List<String> LOADERS =
      List.of(
          "/lib64/ld-linux-x86-64.so.2",
          "/lib/ld-linux-aarch64.so.1",
          "/lib/ld-musl-x86_64.so.1",
          "/lib/ld-musl-aarch64.so.1");

  /**
   * Names that musl answers with itself, because its one file is the whole C library ({@code
   * load_library} in its {@code ldso/dynlink.c}).
   */
  private static final Pattern MUSL_ITSELF =
      Pattern.compile("lib(?:c|pthread|rt|m|dl|util|xnet)\\..*");

  private final LibrarySource source;
  private final HostRoot root;
  private final Architecture architecture;
  private final Libc libc;
  private final SearchPath searchPath;

  private HostLibraries(
      LibrarySource source,
      HostRoot root,
      Architecture architecture,
      Libc libc,
      SearchPath searchPath) {
    this.source = source;
    this.root = root;
    this.architecture = architecture;
    this.libc = libc;
    this.searchPath = searchPath;
  }

  /** The libraries of a source that go with a JDK. */
  static HostLibraries of(LibrarySource source, Architecture architecture, Libc libc)
      throws IOException {
    HostRoot root = new HostRoot(source.root().toRealPath());
    return new HostLibraries(
        source, root, architecture, libc, SearchPath.of(root, architecture, libc));
  }

  /** Where libraries are looked for, in this order. */
  List<String> directories() {
    return List.copyOf(searchPath.all());
  }

  /** The library of this name for this processor; others of that name are passed over. */
  Optional<HostLibrary> find(String name, List<String> first) throws IOException {
    for (List<String> directories : List.of(first, directories())) {
      for (String directory : directories) {
        Optional<HostLibrary> library = at(directory + "/" + name);
        if (library.isPresent()) {
          return library;
        }
      }
    }
    return Optional.empty();
  }

  /** The ELF file at an absolute path, if it is one for this processor. */
  Optional<HostLibrary> at(String path) throws IOException {
    Optional<Path> file = root.find(path).filter(Files::isRegularFile);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    return ElfFile.read(file.get())
        .filter(elf -> elf.kind().architecture().equals(Optional.of(architecture)))
        .map(elf -> new HostLibrary(path, file.get(), elf));
  }

  /**
   * The directory for all libraries of an image: the first that the loader knows by itself and that
   * holds the C library here, so that it is one that this machine's loader does know.
   */
  ImagePath imageDirectory() throws IOException {
    if (libc == Libc.GLIBC) {
      for (String directory : searchPath.builtIn()) {
        if (at(directory + "/libc.so.6").isPresent()) {
          return new ImagePath(directory);
        }
      }
    }
    return new ImagePath(libc == Libc.GLIBC ? "/lib64" : "/lib");
  }

  /** The directory that an absolute path leads to. */
  Optional<Path> directory(String path) throws IOException {
    return root.find(path).filter(Files::isDirectory);
  }

  /** Whether a name is one that the C library answers with itself. */
  boolean isInside(String name) {
    return libc == Libc.MUSL && MUSL_ITSELF.matcher(name).matches();
  }

  Libc libc() {
    return libc;
  }

  LibrarySource source() {
    return source;
  }

  HostRoot root() {
    return root;
  }

  /**
   * Why this source is of no use at all, once the loader was not found: it has one for another
   * processor or of another C library.
   */
  Optional<String> foreignLoader(String wanted) throws IOException {
    List<String> loaders = new ArrayList<>(List.of(wanted));
    loaders.addAll(LOADERS);
    for (String loader : loaders) {
      Optional<Path> file = root.find(loader).filter(Files::isRegularFile);
      Optional<ElfFile> elf = file.isPresent() ? ElfFile.read(file.get()) : Optional.empty();
      if (elf.isPresent()) {
        String made =
            elf.get().kind().architecture().map(Architecture::jdkName).orElse("another machine");
        return Optional.of(loader + " for " + made);
      }
    }
    return Optional.empty();
  }

  /**
   * A library that was found.
   *
   * @param path where it was found, links as they stand
   * @param file what that leads to
   * @param elf what it asks for
   */
  record HostLibrary(String path, Path file, ElfFile elf) {

    /** The directories in which its own needs are looked for first. */
    List<String> runPath() {
      String origin = path.substring(0, path.lastIndexOf('/'));
      return elf.dynamic().runPath().stream()
          .map(entry -> entry.replace("${ORIGIN}", origin).replace("$ORIGIN", origin))
          .filter(entry -> entry.startsWith("/") && !entry.contains("$"))
          .toList();
    }
  }
}
