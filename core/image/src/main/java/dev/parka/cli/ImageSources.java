package dev.parka.cli;

import dev.parka.location.ImageFetch;
import dev.parka.location.ImageLocation;
import dev.parka.location.LocatedImage;
import dev.parka.registry.RegistryOptions;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** How images are had from wherever they are, and which of several is meant. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class ImageSources {

  @Mixin private RegistryFlags registry;
  @Mixin private PlatformOption platform;

  /** For picocli. */
  ImageSources() {}

  /** The platform, if one was named. */
  Optional<Platform> platform() {
    return platform.platform();
  }

  /** How registries are spoken to. */
  RegistryOptions registry() {
    return registry.options();
  }

  ImageFetch fetch() {
    return new ImageFetch(registry.options());
  }

  /**
   * Brings an image; what is returned is to be closed after use.
   *
   * @throws IOException if this machine's disk fails
   */
  LocatedImage bring(String where) throws IOException {
    return fetch().fetch(ImageLocation.parse(where), platform());
  }
}
