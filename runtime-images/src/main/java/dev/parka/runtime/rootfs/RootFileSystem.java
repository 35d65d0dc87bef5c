package dev.parka.runtime.rootfs;

import dev.parka.runtime.Problem;
import dev.parka.runtime.link.RuntimeImage;
import dev.parka.runtime.tree.FileTree;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What lies under a run-time image.
 *
 * @param files all files, without the run-time image and the application
 * @param libraries those of them that are shared libraries, sorted by path
 * @param packages where they and the JDK come from, sorted
 * @param warnings what cannot be loaded, and when that matters
 */
public record RootFileSystem(
    FileTree files,
    List<SharedLibrary> libraries,
    List<SystemPackage> packages,
    List<Problem> warnings) {

  /** Copies the lists. */
  public RootFileSystem {
    libraries = List.copyOf(libraries);
    packages = List.copyOf(packages);
    warnings = List.copyOf(warnings);
  }

  /**
   * Collects what a run-time image needs.
   *
   * @throws dev.parka.runtime.ParkaException [NoSharedLibrary] for each library that is not to be
   *     found, [ForeignLibraries] if the source is for another processor or C library,
   *     [NoCaCertificates] if there are none and they are asked for, [BadElfFile] if a file is
   *     damaged
   * @throws IOException if a file cannot be read
   */
  public static RootFileSystem of(RootFileSystemRequest request) throws IOException {
    return new RootFileSystemBuilder(request).build();
  }

  /**
   * The loader that a run-time image's {@code java} asks for, such as {@code
   * /lib64/ld-linux-x86-64.so.2}.
   *
   * @throws IOException if it cannot be read
   */
  public static Optional<String> loader(RuntimeImage image) throws IOException {
    return NativeFiles.loader(image);
  }
}
