package dev.parka.cli;

import dev.parka.dockerfile.BuildContext;
import dev.parka.dockerfile.BuildTool;
import dev.parka.dockerfile.ContextWishes;
import dev.parka.dockerfile.ProjectFiles;
import dev.parka.dockerfile.ToolJar;
import dev.parka.lock.ImageLock;
import dev.parka.runtime.Printable;
import dev.parka.spec.ImageReference;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a Dockerfile finds when it is built. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class ContextFlags {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--project",
      defaultValue = ".",
      paramLabel = "<directory>",
      description =
          "The build context's directory, in which container-image.lock may lie; by default, this"
              + " one.")
  private Path project;

  @Option(
      names = "--jdk-image",
      paramLabel = "<reference>",
      description = {
        "The image whose JDK links, and whose shared libraries the image has unless it stands on a",
        "base; by default eclipse-temurin of the JDK's version."
      })
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
      names = "--build-tool",
      defaultValue = "none",
      paramLabel = "none|detect|maven|maven-wrapper|gradle|gradle-wrapper",
      description = {
        "What makes the jar while the image is built; by default nothing: the packaged one is taken.",
        "detect takes what the project's directory shows."
      })
  private String buildTool;

  @Option(
      names = "--build-image",
      paramLabel = "<reference>",
      description = {
        "The image that has the build tool;",
        "by default one of Maven's or Gradle's, or for a wrapper the JDK's."
      })
  private @Nullable String buildImage;

  @Option(
      names = "--build-module",
      paramLabel = "<path>",
      description = "The directory of the application's module, where the project has several.")
  private @Nullable String module;

  @Option(
      names = "--cache-mounts",
      description =
          "Lets builds share what they fetch, with RUN --mount, which Docker's classic builder does"
              + " not know.")
  private boolean cacheMounts;

  @Option(
      names = "--tool-jar",
      paramLabel = "<path>[@sha256:<digest>]",
      description = {
        "This program's jar in the build context, to do there what a shell cannot,",
        "such as stripping symbols. Without a digest, that of the file is taken."
      })
  private @Nullable String toolJar;

  @Option(
      names = "--etc-ssl",
      description =
          "Puts the CA certificates of the JDK's image into /etc/ssl, for what is not Java; Java has"
              + " its own.")
  private boolean etcSsl;

  /** For picocli. */
  ContextFlags() {}

  /** What pins the images. */
  ImageLock lock() {
    return ImageLock.read(project.resolve(ImageLock.FILE_NAME));
  }

  /** Whether the plan can count on this program. */
  boolean hasToolJar() {
    return toolJar != null;
  }

  ContextWishes wishes() {
    return new ContextWishes(
        new ContextWishes.Images(
            Optional.ofNullable(jdkImage).map(ImageReference::parse),
            Optional.ofNullable(buildImage).map(ImageReference::parse),
            lock()),
        new ContextWishes.JarFiles(
            Optional.ofNullable(jar), Optional.ofNullable(lib), Optional.empty()),
        built(),
        Optional.ofNullable(toolJar).map(text -> ToolJar.parse(text, project)),
        etcSsl);
  }

  private ContextWishes.Project built() {
    BuildTool tool =
        buildTool.equals(BuildTool.DETECT)
            ? ProjectFiles.detect(project)
            : BuildTool.ofWord(buildTool).orElseThrow(this::unknown);
    return new ContextWishes.Project(
        tool,
        ProjectFiles.of(project, tool),
        Optional.ofNullable(module).map(BuildContext::relative),
        cacheMounts);
  }

  private ParameterException unknown() {
    return new ParameterException(
        command.commandLine(),
        "Invalid value for option '--build-tool': '"
            + Printable.of(buildTool)
            + "' is not "
            + String.join(", ", BuildTool.words()));
  }
}
