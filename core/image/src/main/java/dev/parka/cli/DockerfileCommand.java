package dev.parka.cli;

import dev.parka.checkin.CheckedInFiles;
import dev.parka.checkin.DriftMode;
import dev.parka.checkin.GeneratedFile;
import dev.parka.dockerfile.BuildContext;
import dev.parka.dockerfile.PlannedDockerfile;
import dev.parka.image.ManifestFlags;
import dev.parka.plan.ChosenModules;
import dev.parka.plan.ImagePlan;
import dev.parka.plan.PlannedClasses;
import dev.parka.plan.PlannedStartup;
import dev.parka.plan.RootModulesFile;
import dev.parka.runtime.Problem;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.RootModules;
import dev.parka.spec.ImageReference;
import dev.parka.spec.ImageSpec;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parka-cli dockerfile}: what the annotation processor writes, for any class path. */
@Command(
    name = "dockerfile",
    description = "Writes a multi-stage Dockerfile and the list of modules.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = "  parka-cli dockerfile --class-path 'target/app.jar:target/lib/*' --output .")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class DockerfileCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ClassPathOptions application;
  @Mixin private ImageOptions options;
  @Mixin private ChoiceOptions choice;

  @Option(
      names = "--jdk-image",
      paramLabel = "<reference>",
      description = "The image whose JDK links; by default eclipse-temurin of the JDK's version.")
  private @Nullable String jdkImage;

  @Option(
      names = "--jar",
      paramLabel = "<path>",
      description = "The application's jar in the build context; by default target/<name>.jar.")
  private @Nullable String jar;

  @Option(
      names = "--lib",
      paramLabel = "<path>",
      description = {
        "The directory of its dependencies in the build context;",
        "by default target/lib where the class path has more than one entry."
      })
  private @Nullable String lib;

  @Option(
      names = "--output",
      paramLabel = "<directory>",
      description = {
        "Where Dockerfile and root-modules.txt are written;",
        "by default the Dockerfile is printed."
      })
  private @Nullable Path output;

  @Option(
      names = "--drift",
      defaultValue = "update",
      paramLabel = "fail|warn|update",
      converter = DriftConverter.class,
      description = {
        "With --output, whether files that are not what would be written now are written (update,",
        "the default), or shown with the difference, as a warning or with exit code 1."
      })
  private DriftMode drift;

  /** For picocli. */
  DockerfileCommand() {}

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    ClassPath classPath = application.classPath();
    ImageSpec imageSpec = SpecSource.read(classPath, application, options, err);
    Jdk jdk = application.jdk(imageSpec);
    ChosenModules chosen = choice.search().find(jdk, classPath.sources(), imageSpec);
    RootModules modules = chosen.modules();
    Warnings.print(modules.warnings(), err);
    chosen.comparison().ifPresent(comparison -> Comparisons.print(comparison, err));
    Warnings.print(PlannedStartup.warning(imageSpec).stream().toList(), err);
    Warnings.print(PlannedClasses.warning(imageSpec).stream().toList(), err);
    int version = jdk.featureVersion();
    ImageSpec launched = ManifestFlags.on(imageSpec, classPath, version);
    ImagePlan plan = ImagePlan.of(PlannedStartup.portable(launched), chosen, version);
    String dockerfile = PlannedDockerfile.of(plan, context(plan, classPath)).render();
    if (output == null) {
      spec.commandLine().getOut().print(dockerfile);
      spec.commandLine().getOut().flush();
    } else {
      List<Problem> stale =
          new CheckedInFiles(output, "repeat the command with --drift=update")
              .hold(
                  List.of(
                      GeneratedFile.dockerfile(dockerfile),
                      GeneratedFile.rootModules(RootModulesFile.render(modules))),
                  drift);
      Warnings.print(stale, err);
      return stale.stream().anyMatch(Problem::isError) ? ExitCode.FINDINGS : ExitCode.GOOD;
    }
    return ExitCode.GOOD;
  }

  private BuildContext context(ImagePlan plan, ClassPath classPath) {
    return new BuildContext.Wishes(
            Optional.ofNullable(jdkImage).map(ImageReference::parse),
            Optional.ofNullable(jar),
            Optional.ofNullable(lib))
        .of(plan, classPath.entries().size() > 1);
  }
}
