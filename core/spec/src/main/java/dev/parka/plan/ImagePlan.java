package dev.parka.plan;

import dev.parka.annotations.Startup;
import dev.parka.runtime.modules.RootModules;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.strip.StripPlan;
import dev.parka.spec.BaseImage;
import dev.parka.spec.ImageReference;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.UserId;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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

  /** What a command of a JDK can be called, and no pattern of a shell. */
  private static final Pattern COMMAND = Pattern.compile("[a-z][a-z0-9]*");

  /**
   * Resolves a specification.
   *
   * @param spec what is wanted
   * @param modules what the application needs
   * @param jdkVersion the feature version of the JDK at hand, for a specification that names none
   */
  public static ImagePlan of(ImageSpec spec, RootModules modules, int jdkVersion) {
    return of(spec, new ChosenModules(modules), jdkVersion);
  }

  /** The same with what is known of the modules' native libraries. */
  public static ImagePlan of(ImageSpec spec, ChosenModules chosen, int jdkVersion) {
    ImageFiles named = ImageFiles.named(spec.reference().shortName());
    ImageFiles files = spec.application().module().isPresent() ? named.onModulePath() : named;
    ImageSpec.Leanness leanness = spec.runtime().leanness();
    RuntimePlan runtime =
        new RuntimePlan(
            spec.runtime().javaVersion().orElse(jdkVersion),
            chosen.modules(),
            leanness.locales(),
            leanness.compressModules(),
            strips(spec, files).withUnused(chosen.unusedLibraries()),
            PlannedStartup.of(spec.application()));
    return new ImagePlan(
        spec.reference(), spec.base(), runtime, files, ImageConfig.of(spec, files));
  }

  /** The default archive is made from the class list of the JDK. */
  private static StripPlan strips(ImageSpec spec, ImageFiles files) {
    StripPlan wanted =
        StripPlan.of(spec.runtime().leanness().strips()).withLaunchers(launchers(spec, files));
    return spec.application().startup() == Startup.CDS
        ? wanted.keeping(StripKind.CLASS_LIST)
        : wanted;
  }

  /** The commands of the run-time image that the health check runs. */
  private static Set<String> launchers(ImageSpec spec, ImageFiles files) {
    String commands = files.java().parent().orElseThrow() + "/";
    return spec.container().process().healthProbe().stream()
        .flatMap(probe -> probe.command().stream())
        .filter(word -> word.startsWith(commands))
        .map(word -> word.substring(commands.length()))
        .filter(name -> COMMAND.matcher(name).matches())
        .collect(Collectors.toSet());
  }

  /** The same image on another base, such as one that is pinned. */
  public ImagePlan withBase(BaseImage other) {
    return new ImagePlan(reference, other, runtime, files, config);
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
