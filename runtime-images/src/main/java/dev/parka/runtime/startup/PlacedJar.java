package dev.parka.runtime.startup;

import dev.parka.runtime.tree.ImagePath;
import java.nio.file.Path;

/**
 * A jar of the class path.
 *
 * @param path where it lies in the image
 * @param file where its bytes are on this machine
 */
public record PlacedJar(ImagePath path, Path file) {}
