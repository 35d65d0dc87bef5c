package dev.parka.image;

import dev.parka.registry.RegistryAccess;
import dev.parka.spec.ImageReference;
import java.util.Optional;

/**
 * What a build has to do with registries, before it is pushed.
 *
 * @param access how images of registries are had
 * @param cache the repository in which machines share what they have linked
 */
record Registries(RegistryAccess access, Optional<ImageReference> cache) {

  static final Registries DEFAULT = new Registries(RegistryAccess.DEFAULT, Optional.empty());

  Registries withAccess(RegistryAccess newAccess) {
    return new Registries(newAccess, cache);
  }

  Registries withCache(ImageReference repository) {
    return new Registries(access, Optional.of(repository));
  }
}
