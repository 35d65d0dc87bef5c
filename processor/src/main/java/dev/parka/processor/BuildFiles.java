package dev.parka.processor;

import dev.parka.dockerfile.BuildContext;
import dev.parka.dockerfile.PlannedDockerfile;
import dev.parka.plan.ChosenModules;
import dev.parka.plan.ImagePlan;
import dev.parka.plan.PlannedStartup;
import dev.parka.plan.RootModulesFile;
import dev.parka.spec.ImageSpec;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The texts that a main class gets beside its handle. */
final class BuildFiles {

  /** Where they lie in the class output, in a folder for each main class. */
  static final String DIRECTORY = "META-INF/parka/";

  private static final String DOCKERFILE = "Dockerfile";
  private static final String ROOT_MODULES = "root-modules.txt";

  private BuildFiles() {}

  /** The resource name of a main class's Dockerfile. */
  static String dockerfile(String mainClass) {
    return DIRECTORY + mainClass + "/" + DOCKERFILE;
  }

  /**
   * Renders all of them.
   *
   * @param jdkVersion the feature version of the JDK that compiles
   * @param hasDependencies whether the application needs more than its own classes
   * @return each text by its resource name
   */
  static SortedMap<String, String> render(
      ImageSpec spec,
      ChosenModules chosen,
      ProcessorOptions options,
      int jdkVersion,
      boolean hasDependencies) {
    ImagePlan plan = ImagePlan.of(PlannedStartup.portable(spec), chosen, jdkVersion);
    BuildContext context = options.context().of(plan, hasDependencies);
    String mainClass = spec.application().mainClass().value();
    return new TreeMap<>(
        Map.of(
            dockerfile(mainClass),
            PlannedDockerfile.of(plan, context).render(),
            DIRECTORY + mainClass + "/" + ROOT_MODULES,
            RootModulesFile.render(chosen.modules())));
  }
}
