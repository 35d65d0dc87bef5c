package dev.parka.processor;

import dev.parka.dockerfile.BuildContext;
import dev.parka.dockerfile.BuildPattern;
import dev.parka.dockerfile.BuildTool;
import dev.parka.dockerfile.ContextWishes;
import dev.parka.dockerfile.NestedFolders;
import dev.parka.dockerfile.ProjectFiles;
import dev.parka.dockerfile.ToolJar;
import dev.parka.lock.ImageLock;
import dev.parka.runtime.Printable;
import dev.parka.spec.ImageReference;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The options that say what a Dockerfile finds when it is built, and how it is written. */
final class ContextOptions {

  private final GivenOptions given;

  ContextOptions(GivenOptions given) {
    this.given = given;
  }

  ContextWishes read() {
    Optional<Path> project = project();
    return new ContextWishes(
        new ContextWishes.Images(
            given.parse(ProcessorOptions.JDK_IMAGE, ImageReference::parse),
            given.parse(ProcessorOptions.BUILD_IMAGE, ImageReference::parse),
            project
                .map(directory -> ImageLock.read(directory.resolve(ImageLock.FILE_NAME)))
                .orElse(ImageLock.EMPTY)),
        new ContextWishes.JarFiles(
            given.parse(ProcessorOptions.JAR, BuildContext::relative),
            given.parse(
                ProcessorOptions.LIB, path -> path.isEmpty() ? path : BuildContext.relative(path)),
            is(ProcessorOptions.EXECUTABLE_JAR)
                ? Optional.of(NestedFolders.USUAL)
                : Optional.empty()),
        given
            .parse(ProcessorOptions.BUILD_TOOL, word -> built(word, project))
            .orElse(ContextWishes.Project.PACKAGED),
        given.parse(
            ProcessorOptions.TOOL_JAR, text -> ToolJar.parse(text, project.orElse(Path.of("")))),
        is(ProcessorOptions.ETC_SSL));
  }

  private boolean is(String flag) {
    return given.value(flag).filter(value -> !value.equals("false")).isPresent();
  }

  BuildPattern pattern() {
    Optional<String> word = given.value(ProcessorOptions.PATTERN);
    Optional<BuildPattern> pattern = word.flatMap(BuildPattern::ofWord);
    if (word.isPresent() && pattern.isEmpty()) {
      given.bad(
          ProcessorOptions.PATTERN,
          "'" + Printable.of(word.get()) + "' is no pattern",
          "say multi-stage or builder");
    }
    return pattern.orElse(BuildPattern.MULTI_STAGE);
  }

  /** The build context's directory: where the files are checked in, unless another is named. */
  private Optional<Path> project() {
    Optional<String> named = given.value(ProcessorOptions.PROJECT);
    try {
      Optional<Path> directory =
          named.or(() -> given.value(ProcessorOptions.DIRECTORY)).map(Path::of);
      if (named.isPresent() && !Files.isDirectory(directory.orElseThrow())) {
        given.bad(
            ProcessorOptions.PROJECT,
            "'" + Printable.of(named.get()) + "' is no directory",
            "name the one that is the build context");
      }
      return directory;
    } catch (InvalidPathException e) {
      // Said of the directory where files are checked in, too, if it is that one.
      named.ifPresent(
          path ->
              given.bad(
                  ProcessorOptions.PROJECT,
                  "'" + Printable.of(path) + "' is no path",
                  "name the directory that is the build context"));
      return Optional.empty();
    }
  }

  private ContextWishes.Project built(String word, Optional<Path> project) {
    Optional<BuildTool> named = BuildTool.ofWord(word);
    if (named.isEmpty() && !word.equals(BuildTool.DETECT)) {
      given.bad(
          ProcessorOptions.BUILD_TOOL,
          "'" + Printable.of(word) + "' is no build tool",
          "say " + String.join(", ", BuildTool.words()));
      return ContextWishes.Project.PACKAGED;
    }
    if (project.isEmpty() && !named.equals(Optional.of(BuildTool.NONE))) {
      given.bad(
          ProcessorOptions.BUILD_TOOL,
          "nobody knows where the project is",
          "name its directory with -A" + ProcessorOptions.PROJECT);
      return ContextWishes.Project.PACKAGED;
    }
    Path directory = project.orElse(Path.of(""));
    BuildTool tool = named.orElseGet(() -> ProjectFiles.detect(directory));
    return new ContextWishes.Project(
        tool,
        ProjectFiles.of(directory, tool),
        given.parse(ProcessorOptions.MODULE, BuildContext::relative),
        is(ProcessorOptions.CACHE_MOUNTS));
  }
}
