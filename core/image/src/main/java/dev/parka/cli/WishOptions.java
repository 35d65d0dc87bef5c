package dev.parka.cli;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.spec.ImageSpec;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What {@code @ContainerImage} can say about modules, as options. */
final class WishOptions {

  @Option(
      names = "--add-modules",
      split = ",",
      paramLabel = "<module>",
      description = "Modules beside those that the class files show.")
  List<String> addModules = new ArrayList<>();

  @Option(
      names = "--exclude-modules",
      split = ",",
      paramLabel = "<module>",
      description = "Modules to leave out although class files refer to them.")
  List<String> excludeModules = new ArrayList<>();

  @Option(
      names = "--jvm-flag",
      preprocessor = WordPreprocessor.class,
      paramLabel = "<flag>",
      description = "A flag of the java command, as in --jvm-flag=-Xmx128m.")
  List<String> jvmFlags = new ArrayList<>();

  @Option(
      names = "--locale",
      split = ",",
      paramLabel = "<tag>",
      description = "A locale beside English, as in --locale=de,fr.")
  List<String> locales = new ArrayList<>();

  /** For picocli. */
  WishOptions() {}

  /**
   * What the options say, for an application of which nothing else is known.
   *
   * @throws dev.parka.runtime.ParkaException with every bad value
   */
  InferenceRequest.Wishes wishes() {
    return ImageSpec.from(new Wishes()).wishes();
  }

  /** Reads them as those of an image are read. */
  private final class Wishes implements ImageDescriptor {

    @Override
    public String mainClass() {
      return "Application";
    }

    @Override
    public List<String> addModules() {
      return addModules;
    }

    @Override
    public List<String> excludeModules() {
      return excludeModules;
    }

    @Override
    public List<String> jvmFlags() {
      return jvmFlags;
    }

    @Override
    public List<String> locales() {
      return locales;
    }
  }
}
