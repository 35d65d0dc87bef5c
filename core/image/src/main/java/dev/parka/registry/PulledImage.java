package dev.parka.registry;

import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import java.nio.file.Path;

/**
 * An image of a registry, on the disk.
 *
 * @param reference what was asked for
 * @param pin the digest of what the reference meant: of the index, if it meant one
 * @param image the digest of the manifest of the one image
 * @param layout where it lies, as an image layout that holds it alone
 */
public record PulledImage(ImageReference reference, Digest pin, Digest image, Path layout) {}
