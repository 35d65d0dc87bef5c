package dev.parka.processor;

import dev.parka.checkin.GeneratedFile;
import dev.parka.dockerfile.BuildContext;
import dev.parka.plan.ChosenModules;
import dev.parka.plan.ImagePlan;
import dev.parka.plan.PlannedStartup;
import dev.parka.spec.ImageSpec;
import java.util.List;

/** The texts that a main class gets beside its handle. */
final class BuildFiles {

  /** Where they lie in the class output, in a folder for each main class. */
  static final String DIRECTORY = "META-INF/parka/";

  private BuildFiles() {}

  /** The resource name of a main class's Dockerfile. */
  static String dockerfile(String mainClass) {
    return resource(mainClass, GeneratedFile.dockerfile(""));
  }

  /** The resource name of a file of a main class. */
  static String resource(String mainClass, GeneratedFile file) {
    return DIRECTORY + mainClass + "/" + file.elsewhere().name();
  }

  /**
   * Renders all of them.
   *
   * @param jdkVersion the feature version of the JDK that compiles
   * @param hasDependencies whether the application needs more than its own classes
   */
  static List<GeneratedFile> render(
      ImageSpec spec,
      ChosenModules chosen,
      ProcessorOptions options,
      int jdkVersion,
      boolean hasDependencies) {
    ImagePlan plan = ImagePlan.of(PlannedStartup.portable(spec), chosen, jdkVersion);
    ImagePlan pinned = plan.withBase(options.context().images().lock().pinned(plan.base()));
    BuildContext context = options.context().of(pinned, hasDependencies);
    return GeneratedFile.of(pinned, context, options.pattern());
  }
}
