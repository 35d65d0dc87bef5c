package dev.parka.registry;

import dev.parka.lock.ImageLock;
import dev.parka.spec.ImageReference;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.file.Path;

/**
 * How images of registries are had: bases, and images with a JDK in them.
 *
 * @param options how registries are spoken to
 * @param lock the file that pins references, if it is there
 * @param offline whether only the cache may be asked
 */
public record RegistryAccess(RegistryOptions options, Path lock, boolean offline) {

  /** With the user's credentials, and what the current directory pins. */
  public static final RegistryAccess DEFAULT =
      new RegistryAccess(RegistryOptions.ofThisUser(), Path.of(ImageLock.FILE_NAME), false);

  /** The same, and registries are spoken to so. */
  public RegistryAccess withOptions(RegistryOptions newOptions) {
    return new RegistryAccess(newOptions, lock, offline);
  }

  /** The same with another file that pins. */
  public RegistryAccess withLock(Path newLock) {
    return new RegistryAccess(options, newLock, offline);
  }

  /** The same, and no registry may be asked, or any. */
  public RegistryAccess withOffline(boolean wanted) {
    return new RegistryAccess(options, lock, wanted);
  }

  /**
   * The reference as it is pinned.
   *
   * @throws dev.parka.runtime.ParkaException if the file cannot be understood
   */
  public ImageReference pinned(ImageReference reference) {
    return ImageLock.read(lock).pinned(reference);
  }

  /**
   * Pulls the image that a reference is pinned to, as {@link ImagePull#pull} does.
   *
   * @param directory exists and is empty; the layout's root
   * @throws IOException if the directory cannot be written
   */
  public PulledImage pull(ImageReference reference, Platform platform, Path directory)
      throws IOException {
    return ImagePull.with(options).offline(offline).pull(pinned(reference), platform, directory);
  }
}
