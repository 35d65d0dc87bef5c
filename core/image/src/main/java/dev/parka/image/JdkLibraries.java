package dev.parka.image;

import dev.parka.jdks.FoundJdk;
import dev.parka.runtime.link.RuntimeImage;
import dev.parka.runtime.rootfs.LibrarySource;
import dev.parka.runtime.rootfs.RootFileSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the shared libraries under a run-time image come from. */
final class JdkLibraries {

  private JdkLibraries() {}

  /**
   * Those that came with the JDK, if its root file system has a C library at all; else those of
   * this machine.
   */
  static LibrarySource of(FoundJdk found, RuntimeImage runtime) throws IOException {
    if (found.root().isEmpty()) {
      return LibrarySource.HOST;
    }
    Optional<String> loader = RootFileSystem.loader(runtime);
    Optional<Path> root =
        found
            .root()
            .filter(
                directory ->
                    loader
                        .filter(path -> Files.exists(directory.resolve(path.substring(1))))
                        .isPresent());
    return root.map(LibrarySource::new).orElse(LibrarySource.HOST);
  }
}
