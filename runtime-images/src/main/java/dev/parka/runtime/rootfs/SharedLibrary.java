package dev.parka.runtime.rootfs;

import dev.parka.runtime.tree.ImagePath;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A shared library, or the loader, that an image takes from its source.
 *
 * @param name what it is asked for by, such as {@code libc.so.6}
 * @param source the file on this machine, links followed
 * @param path where it lies in the image
 * @param origin the package that it belongs to, where that is known
 */
public record SharedLibrary(
    String name, Path source, ImagePath path, Optional<SystemPackage> origin) {

  /** A library of which nothing more is known. */
  SharedLibrary(String name, Path source, ImagePath path) {
    this(name, source, path, Optional.empty());
  }

  /** The same with its package. */
  SharedLibrary from(Optional<SystemPackage> owner) {
    return new SharedLibrary(name, source, path, owner);
  }
}
