package dev.parka.cli;

import dev.parka.location.LocatedImage;
import dev.parka.verify.VerificationRequest;
import dev.parka.verify.boot.BootPlan;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** An image to verify, and how it is started. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class VerificationOptions {

  @Mixin private BootOptions boot;
  @Mixin private ImageSources sources;

  @Option(names = "--allow-root", description = "Takes an image that runs as root for good.")
  private boolean allowRoot;

  /** For picocli. */
  VerificationOptions() {}

  ImageSources sources() {
    return sources;
  }

  /** What is asked of an image. */
  VerificationRequest request(LocatedImage located) {
    VerificationRequest request = VerificationRequest.of(located.layout());
    if (sources.platform().isPresent()) {
      request = request.withPlatform(sources.platform().get());
    }
    if (located.note().isPresent()) {
      request = request.withNote(located.note().get());
    }
    if (allowRoot) {
      request = request.allowingRoot();
    }
    Optional<BootPlan> plan = boot.plan();
    return plan.isPresent() ? request.withBoot(plan.get()) : request;
  }
}
