package dev.parka.cli;

import dev.parka.lock.ImageLock;
import dev.parka.lock.LockProblem;
import dev.parka.lock.LockedSize;
import dev.parka.oci.ArchiveConfig;
import dev.parka.oci.ArchiveDescriptor;
import dev.parka.oci.ImageArchive;
import dev.parka.runtime.ParkaException;
import dev.parka.spec.ImageReference;
import dev.parka.spec.Platform;
import dev.parka.verify.ImageFacts;
import dev.parka.verify.ImageVerifier;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.VerificationRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Sizes of images, as a lock file keeps them. */
final class LockedSizes {

  private LockedSizes() {}

  /**
   * The size that an image had, of the platform of the one that is looked at.
   *
   * @param layout the one that is looked at
   * @throws ParkaException [NoLockedSize], [BadReference], [BadPlatform] or as a file that is wrong
   */
  static LockedSize require(Path lock, String name, Path layout, Optional<Platform> wanted)
      throws IOException {
    Platform platform = platform(layout, wanted);
    return ImageLock.read(lock)
        .size(ImageReference.parse(name), platform)
        .orElseThrow(
            () ->
                new ParkaException(
                    LockProblem.NO_LOCKED_SIZE,
                    lock + " has no size of " + name + " for " + platform,
                    "write it down with parka-cli lock --size " + name + "=<image>"));
  }

  private static Platform platform(Path layout, Optional<Platform> wanted) throws IOException {
    try (ImageArchive archive = ImageArchive.open(layout)) {
      ArchiveDescriptor image = archive.image(wanted);
      ArchiveConfig config = archive.config(archive.manifest(image));
      return Platform.parse(config.os().orElse("?") + "/" + config.architecture().orElse("?"));
    }
  }

  /**
   * The lock with the size of an image.
   *
   * @throws ParkaException if it is none, or is damaged
   */
  static ImageLock with(ImageLock lock, String name, VerificationRequest request)
      throws IOException {
    VerificationReport report = ImageVerifier.verify(request);
    ImageFacts facts =
        report
            .facts()
            .filter(known -> known.layers().stream().allMatch(layer -> layer.diffId().isPresent()))
            .orElseThrow(
                () ->
                    new ParkaException(
                        LockProblem.NO_LOCKED_SIZE,
                        "the image for " + name + " cannot be read",
                        "parka-cli verify tells what is wrong with it"));
    return lock.with(
        ImageReference.parse(name),
        Platform.parse(facts.platform().orElse("nothing")),
        facts.locked());
  }
}
