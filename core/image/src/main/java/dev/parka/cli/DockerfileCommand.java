package dev.parka.cli;

import dev.parka.checkin.CheckedInFiles;
import dev.parka.checkin.DriftMode;
import dev.parka.checkin.GeneratedFile;
import dev.parka.dockerfile.BuildContext;
import dev.parka.dockerfile.BuildPattern;
import dev.parka.dockerfile.ContextWishes;
import dev.parka.image.DockerfileApplication;
import dev.parka.lock.ImageLock;
import dev.parka.plan.ChosenModules;
import dev.parka.plan.ImagePlan;
import dev.parka.plan.PlannedClasses;
import dev.parka.plan.PlannedStartup;
import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.spec.ImageSpec;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parka-cli dockerfile}: what the annotation processor writes, for any class path. */
@Command(
    name = "dockerfile",
    description = "Writes a multi-stage Dockerfile and the list of modules.",
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer = {
      "  parka-cli dockerfile --class-path 'target/app.jar:target/lib/*' --output .",
      "  parka-cli dockerfile -p app.jar:lib -m com.acme.app/com.acme.App --output ."
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class DockerfileCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ClassPathOptions application;
  @Mixin private ModulePathOptions modular;
  @Mixin private ImageOptions options;
  @Mixin private ChoiceOptions choice;

  @Mixin private ContextFlags context;

  @Option(
      names = "--pattern",
      defaultValue = "multi-stage",
      paramLabel = "multi-stage|builder",
      description = {
        "One Dockerfile of several stages, or two and the script that runs them,",
        "for engines that know no stages."
      })
  private String pattern;

  @Option(
      names = "--output",
      paramLabel = "<directory>",
      description = {
        "Where Dockerfile, root-modules.txt and .dockerignore are written;",
        "by default the Dockerfile is printed."
      })
  private @Nullable Path output;

  @Option(
      names = "--drift",
      defaultValue = "update",
      paramLabel = "fail|warn|update",
      converter = WordConverter.Drift.class,
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
    BuildPattern chosenPattern = BuildPattern.ofWord(pattern).orElseThrow(this::unknownPattern);
    modular.requireOr(application);
    List<GeneratedFile> files = files(chosenPattern, err);
    return output == null ? print(files, chosenPattern) : hold(output, files, err);
  }

  private List<GeneratedFile> files(BuildPattern chosenPattern, PrintWriter err) {
    ClassPath classPath = application.classPath();
    ContextWishes wishes = context.wishes();
    ImageLock lock = wishes.images().lock();
    ImageSpec imageSpec = SpecSource.read(classPath, application, modular, options, lock, err);
    Jdk jdk = application.jdk(imageSpec);
    try (DockerfileApplication launched =
        DockerfileApplication.of(imageSpec, classPath, modular.path(), jdk)) {
      ChosenModules chosen = choice.search().find(jdk, launched.sources(), launched.spec());
      warn(imageSpec, chosen, err);
      ImageSpec portable = PlannedStartup.portable(launched.flaggedSpec());
      ImagePlan unpinned = ImagePlan.of(portable, chosen, jdk.featureVersion());
      ImagePlan plan = unpinned.withBase(lock.pinned(unpinned.base()));
      BuildContext found = wishes.takingApart(launched.nested()).of(plan, launched.hasLibraries());
      return GeneratedFile.of(plan, found, chosenPattern);
    }
  }

  private void warn(ImageSpec imageSpec, ChosenModules chosen, PrintWriter err) {
    Warnings.print(chosen.modules().warnings(), err);
    chosen.comparison().ifPresent(comparison -> Comparisons.print(comparison, err));
    Warnings.print(PlannedStartup.warning(imageSpec).stream().toList(), err);
    // In the image's build no recorded run is at hand.
    if (!context.hasToolJar() || !choice.choice().traces().isEmpty()) {
      Warnings.print(PlannedClasses.warning(imageSpec).stream().toList(), err);
    }
  }

  private int print(List<GeneratedFile> files, BuildPattern chosenPattern) {
    if (chosenPattern == BuildPattern.BUILDER) {
      throw new ParameterException(
          spec.commandLine(),
          "--pattern=builder makes more than one file; name their directory with --output");
    }
    spec.commandLine().getOut().print(files.get(0).text());
    spec.commandLine().getOut().flush();
    return ExitCode.GOOD;
  }

  private int hold(Path directory, List<GeneratedFile> files, PrintWriter err) {
    List<Problem> stale =
        new CheckedInFiles(directory, "repeat the command with --drift=update").hold(files, drift);
    Warnings.print(stale, err);
    return stale.stream().anyMatch(Problem::isError) ? ExitCode.FINDINGS : ExitCode.GOOD;
  }

  private ParameterException unknownPattern() {
    return new ParameterException(
        spec.commandLine(),
        "Invalid value for option '--pattern': '"
            + Printable.of(pattern)
            + "' is not multi-stage or builder");
  }
}
