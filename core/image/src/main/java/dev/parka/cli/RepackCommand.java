package dev.parka.cli;

import dev.parka.image.ApplicationLayout;
import dev.parka.image.ContainerImages;
import dev.parka.plan.ImageFiles;
import dev.parka.runtime.classes.ModulePath;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code parka-cli repack}: what the application stage of a generated Dockerfile has to be done.
 */
@Command(
    name = "repack",
    description = {
      "Lays an application out as an image has it: jars whose bytes hang on their content alone,",
      "and the file that names them, as a generated Dockerfile asks for it.",
      "An executable jar is taken apart.",
      "What has the main class is the application's own."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer =
        "  parka-cli repack --class-path 'app.jar:lib/*' --main-class com.acme.App --jar-name app"
            + " --output /")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class RepackCommand implements Callable<Integer> {

  @Mixin private StageOptions stage;

  @Option(
      names = "--jar-name",
      required = true,
      paramLabel = "<name>",
      description = "What the application's own jar is called, without its ending.")
  private String name;

  /** For picocli. */
  RepackCommand() {}

  @Override
  public Integer call() {
    stage.requireApplication();
    ModulePath modulePath = stage.modulePath();
    ImageFiles files = ImageFiles.named(name);
    ApplicationLayout.write(
        stage.classPath(),
        modulePath,
        stage.requireMainClass(),
        modulePath.entries().isEmpty() ? files : files.onModulePath(),
        stage.output(),
        SourceDate.orDefault(ContainerImages.DEFAULT_TIME));
    return ExitCode.GOOD;
  }
}
