package dev.parka.runtime.rootfs;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.cache.FileFacts;
import dev.parka.runtime.jdk.Libc;
import dev.parka.runtime.link.LinkAccounts;
import dev.parka.runtime.rootfs.HostLibraries.HostLibrary;
import dev.parka.runtime.rootfs.LibraryClosure.Needs;
import dev.parka.runtime.rootfs.NativeFiles.NativeFile;
import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts a root file system together, and all problems on the way. */
final class RootFileSystemBuilder {

  /** The kernel runs the loader; the loader merely reads libraries. */
  private static final int LOADER_MODE = 0755;

  private static final int LIBRARY_MODE = 0644;

  /** Since this version glibc has {@code files} and {@code dns} inside. */
  private static final String NAME_SERVICES_INSIDE = "GLIBC_2.34";

  private final RootFileSystemRequest request;
  private final HostLibraries host;
  private final SortedMap<ImagePath, SharedLibrary> loaders = new TreeMap<>();
  private final SortedMap<ImagePath, SharedLibrary> libraries = new TreeMap<>();
  private final SortedMap<String, List<String>> missing = new TreeMap<>();
  private final List<Problem> errors = new ArrayList<>();
  private final List<Problem> warnings = new ArrayList<>();

  RootFileSystemBuilder(RootFileSystemRequest request) throws IOException {
    this.request = request;
    this.host =
        HostLibraries.of(
            request.contents().libraries(),
            request.image().jdk().architecture(),
            request.image().jdk().libc());
  }

  RootFileSystem build() throws IOException {
    NativeFiles natives = NativeFiles.of(request.image(), request.at());
    Set<String> present = new TreeSet<>(natives.names());
    for (NativeFile file : natives.files()) {
      if (file.elf().interpreter().isPresent()) {
        addLoader(new ImagePath(file.elf().interpreter().get()), file, present);
      }
    }
    ImagePath directory = host.imageDirectory();
    LibraryClosure closure = new LibraryClosure(host, present);
    for (NativeFile file : natives.files()) {
      Needs needs = closure.of(file.path().value(), file.elf().dynamic().needed());
      if (file.isForDesktop() && !needs.missing().isEmpty()) {
        warnings.add(unloadable(file, needs));
      } else {
        add(needs, directory);
      }
    }
    addNameServices(closure, directory);
    missing.forEach((library, who) -> errors.add(missing(library, who)));
    if (!errors.isEmpty()) {
      throw new ParkaException(errors);
    }
    return collected();
  }

  private RootFileSystem collected() throws IOException {
    List<FileEntry> files = new ArrayList<>(SystemFiles.of(request.user()));
    List<CopiedFile> copied = new ArrayList<>();
    for (SharedLibrary library : libraries.values()) {
      copied.add(new CopiedFile(library.path(), library.source()));
    }
    if (host.libc() == Libc.GLIBC) {
      copied.addAll(locale());
    }
    for (CopiedFile file : copied) {
      int mode = loaders.containsKey(file.path()) ? LOADER_MODE : LIBRARY_MODE;
      files.add(new FileEntry.RegularFile(file.path(), mode, Content.of(file.file())));
    }
    if (request.contents().caCertificates()) {
      files.add(CaCertificates.of(host));
    }
    FileFacts facts = new FileFacts(request.image().accounts().map(LinkAccounts::cache));
    Provenance provenance =
        Provenance.of(
            host.root(), host.source(), copied, request.image().jdk().tool("jlink"), facts);
    files.addAll(provenance.files());
    warnings.addAll(provenance.warnings());
    return new RootFileSystem(
        FileTree.of(files),
        libraries.values().stream()
            .map(library -> library.from(provenance.owner(library.path())))
            .toList(),
        List.copyOf(provenance.packages()),
        warnings);
  }

  private void addLoader(ImagePath path, NativeFile file, Set<String> present) throws IOException {
    present.add(path.fileName());
    if (loaders.containsKey(path)) {
      return;
    }
    Optional<HostLibrary> loader = host.at(path.value());
    if (loader.isEmpty()) {
      host.foreignLoader(path.value())
          .ifPresent(
              other -> {
                throw foreign(path, other);
              });
      missing.computeIfAbsent(path.value(), key -> new ArrayList<>()).add(file.path().value());
      return;
    }
    loader.get().elf().dynamic().soname().ifPresent(present::add);
    SharedLibrary library = new SharedLibrary(path.fileName(), loader.get().file(), path);
    loaders.put(path, library);
    libraries.put(path, library);
  }

  private void add(Needs needs, ImagePath directory) {
    needs
        .libraries()
        .forEach(
            (name, found) -> {
              ImagePath path = directory.resolve(name);
              libraries.putIfAbsent(path, new SharedLibrary(name, found.file(), path));
            });
    needs
        .missing()
        .forEach((name, who) -> missing.computeIfAbsent(name, key -> new ArrayList<>()).add(who));
  }

  private void addNameServices(LibraryClosure closure, ImagePath directory) throws IOException {
    if (host.libc() != Libc.GLIBC) {
      return;
    }
    String libc = directory.resolve("libc.so.6").value();
    Optional<HostLibrary> found = host.at(libc);
    if (found.isPresent()
        && !found.get().elf().dynamic().versions().contains(NAME_SERVICES_INSIDE)) {
      add(closure.of(libc, List.of("libnss_dns.so.2", "libnss_files.so.2")), directory);
    }
  }

  private List<CopiedFile> locale() throws IOException {
    List<CopiedFile> files = SystemFiles.utf8Locale(host);
    if (files.isEmpty()) {
      warnings.add(
          new Problem(
              RuntimeProblem.NO_UTF8_LOCALE,
              host.source() + " has no C.UTF-8 locale to put into the image",
              "install it if the application opens files whose names are not ASCII"));
    }
    return files;
  }

  private ParkaException foreign(ImagePath loader, String other) {
    return new ParkaException(
        RuntimeProblem.FOREIGN_LIBRARIES,
        "the run-time image asks for the loader "
            + loader
            + " for "
            + request.image().jdk().architecture().jdkName()
            + ", and "
            + host.source()
            + " has "
            + other,
        "take libraries that are made for the processor and the C library of the JDK");
  }

  private Problem missing(String library, List<String> who) {
    String others = who.size() == 1 ? "" : " and " + (who.size() - 1) + " more";
    return new Problem(
        RuntimeProblem.NO_SHARED_LIBRARY,
        library + ", needed by " + who.get(0) + others + ", " + whereNot(library),
        "install the package that has it " + there());
  }

  private Problem unloadable(NativeFile file, Needs needs) {
    String first = needs.missing().firstKey();
    return new Problem(
        RuntimeProblem.UNLOADABLE_LIBRARY,
        file.path()
            + " cannot be loaded: "
            + String.join(", ", needs.missing().keySet())
            + " "
            + whereNot(first),
        "nothing to do for a server without screen, sound and fonts; else install it here");
  }

  private String whereNot(String library) {
    String where =
        library.startsWith("/") ? there() : "in " + String.join(", ", host.directories());
    boolean isNamed = library.startsWith("/") || host.source().isHost();
    return "was not found for this processor " + where + (isNamed ? "" : " of " + host.source());
  }

  private String there() {
    return (host.source().isHost() ? "on " : "in ") + host.source();
  }
}
