package dev.parka.runtime.rootfs;

import dev.parka.runtime.tree.ImagePath;
import java.nio.file.Path;

/**
 * A shared library, or the loader, that an image takes from this machine.
 *
 * @param name what it is asked for by, such as {@code libc.so.6}
 * @param source the file on this machine, links followed
 * @param path where it lies in the image
 */
public record SharedLibrary(String name, Path source, ImagePath path) {}
