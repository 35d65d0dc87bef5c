package dev.parka.cli;

import dev.parka.image.ApplicationLayout;
import dev.parka.image.ContainerImages;
import dev.parka.plan.ImageFiles;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code parka-cli repack}: what the application stage of a generated Dockerfile has to be done.
 */
@Command(
    name = "repack",
    description = {
      "Lays an application out as an image has it: jars whose bytes hang on their content alone,",
      "and the file that names them, as a generated Dockerfile asks for it."
    },
    mixinStandardHelpOptions = true,
    footerHeading = "%nExample:%n",
    footer =
        "  parka-cli repack --class-path 'app.jar:lib/*' --main-class com.acme.App --name app"
            + " --output /")
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class RepackCommand implements Callable<Integer> {

  @Option(
      names = "--class-path",
      required = true,
      paramLabel = "<path list>",
      description = "Jars and directories, with ':' between them.")
  private String classPath;

  @Option(
      names = "--main-class",
      required = true,
      paramLabel = "<class>",
      description = "The class that java launches: what has it is the application's own.")
  private String mainClass;

  @Option(
      names = "--name",
      required = true,
      paramLabel = "<name>",
      description = "What the application's own jar is called, without its ending.")
  private String name;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "<directory>",
      description = "What stands for the root of the image.")
  private Path output;

  /** For picocli. */
  RepackCommand() {}

  @Override
  public Integer call() {
    ApplicationLayout.write(
        ClassPath.parse(classPath).withManifestEntries(),
        new ClassName(mainClass),
        ImageFiles.named(name),
        output,
        SourceDate.orDefault(ContainerImages.DEFAULT_TIME));
    return ExitCode.GOOD;
  }
}
