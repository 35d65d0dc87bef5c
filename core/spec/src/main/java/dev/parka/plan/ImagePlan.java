package dev.parka.plan;

import dev.parka.runtime.modules.RootModules;
import dev.parka.spec.BaseImage;
import dev.parka.spec.ImageReference;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.UserId;

/**
 * A resolved image: nothing in it is left to whoever carries it out.
 *
 * @param reference its name and tag
 * @param base what it stands on
 * @param runtime the run-time image in it
 * @param files where everything lies
 * @param config what the image's configuration says
 */
public record ImagePlan(
    ImageReference reference,
    BaseImage base,
    RuntimePlan runtime,
    ImageFiles files,
    ImageConfig config) {

  /**
   * Resolves a specification.
   *
   * @param spec what is wanted
   * @param modules what the application needs
   * @param jdkVersion the feature version of the JDK at hand, for a specification that names none
   */
  public static ImagePlan of(ImageSpec spec, RootModules modules, int jdkVersion) {
    ImageFiles files = ImageFiles.named(spec.reference().shortName());
    RuntimePlan runtime =
        new RuntimePlan(
            spec.runtime().javaVersion().orElse(jdkVersion), modules, spec.runtime().locales());
    return new ImagePlan(
        spec.reference(), spec.base(), runtime, files, ImageConfig.of(spec, files));
  }

  /** Whether the image brings its own shared libraries. */
  public boolean isFromScratch() {
    return base instanceof BaseImage.Scratch;
  }

  /** Who runs the application. */
  public UserId user() {
    return config.process().user();
  }
}
