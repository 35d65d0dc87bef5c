package dev.parka.runtime.rootfs;

import dev.parka.runtime.elf.ElfFile;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.rootfs.HostLibraries.HostLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Whether a root file system has what a JDK's virtual machine needs: the loader, the libraries, and
 * of each the versions of symbols that are asked for, as the loader checks them.
 */
public final class LibraryCheck {

  /** What every run-time image has; the libraries of other modules are looked at once linked. */
  private static final List<String> ALWAYS =
      List.of(
          "bin/java",
          "lib/libjava.so",
          "lib/libjimage.so",
          "lib/libjli.so",
          "lib/libnet.so",
          "lib/libnio.so",
          "lib/libverify.so",
          "lib/libzip.so",
          "lib/server/libjvm.so");

  private final Jdk jdk;
  private final HostLibraries host;
  private final SortedSet<String> lacks = new TreeSet<>();
  private final Set<String> seen = new HashSet<>();
  private final Deque<HostLibrary> todo = new ArrayDeque<>();

  private LibraryCheck(Jdk jdk, HostLibraries host) {
    this.jdk = jdk;
    this.host = host;
  }

  /**
   * Whether a library of {@code java.desktop} by this name is of use only where there is a screen,
   * sound or fonts: a server does without what it needs.
   */
  public static boolean isForDesktop(String fileName) {
    return NativeFiles.DESKTOP.contains(fileName);
  }

  /**
   * What is lacking, each in a few words such as {@code "libz.so.1, which libjli.so needs"}; empty
   * if nothing is.
   *
   * @throws dev.parka.runtime.ParkaException [BadElfFile] if a file is damaged
   * @throws IOException if a file cannot be read
   */
  public static List<String> of(LibrarySource source, Jdk jdk) throws IOException {
    LibraryCheck check =
        new LibraryCheck(jdk, HostLibraries.of(source, jdk.architecture(), jdk.libc()));
    check.run();
    return List.copyOf(check.lacks);
  }

  private void run() throws IOException {
    for (String name : ALWAYS) {
      Path file = jdk.home().resolve(name);
      if (Files.isRegularFile(file)) {
        Optional<ElfFile> elf = ElfFile.read(file);
        if (elf.isPresent()) {
          loader(elf.get());
          check(file.getFileName().toString(), elf.get(), List.of());
        }
      }
    }
    while (!todo.isEmpty()) {
      HostLibrary library = todo.pop();
      check(library.path(), library.elf(), library.runPath());
    }
  }

  private void loader(ElfFile program) throws IOException {
    if (program.interpreter().isEmpty() || host.at(program.interpreter().get()).isPresent()) {
      return;
    }
    String loader = program.interpreter().get();
    lacks.add(
        host.foreignLoader(loader)
            .map(other -> "the loader " + loader + " of the JDK's C library, but " + other)
            .orElse("the loader " + loader));
  }

  private void check(String who, ElfFile elf, List<String> runPath) throws IOException {
    for (String name : elf.dynamic().needed()) {
      if (isOfTheJdk(name)) {
        continue;
      }
      Optional<HostLibrary> library = host.find(name, runPath);
      if (library.isEmpty() && !host.isInside(name)) {
        lacks.add(name + ", which " + who + " needs");
      }
      if (library.isPresent()) {
        versions(who, elf, name, library.get());
        if (seen.add(library.get().path())) {
          todo.add(library.get());
        }
      }
    }
  }

  private void versions(String who, ElfFile elf, String name, HostLibrary library) {
    SortedSet<String> wanted = elf.dynamic().wanted().getOrDefault(name, new TreeSet<>());
    SortedSet<String> has = library.elf().dynamic().versions();
    // A library without versions is taken as it is, and so is it by the loader.
    if (!has.isEmpty()) {
      SortedSet<String> missing = new TreeSet<>(wanted);
      missing.removeAll(has);
      if (!missing.isEmpty()) {
        lacks.add(name + " with " + String.join(", ", missing) + ", which " + who + " needs");
      }
    }
  }

  private boolean isOfTheJdk(String name) {
    return Files.exists(jdk.home().resolve("lib").resolve(name))
        || Files.exists(jdk.home().resolve("lib/server").resolve(name));
  }
}
