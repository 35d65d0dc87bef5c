package dev.parka.runtime.rootfs;

import dev.parka.runtime.tree.ImagePath;
import java.nio.file.Path;

/**
 * A file that an image takes from a root file system.
 *
 * @param path where it lies in the image
 * @param file the file itself, links followed
 */
record CopiedFile(ImagePath path, Path file) {}
