package dev.parka.cli;

import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.classes.ModulePath;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.ResolvedModules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What a stage of a generated Dockerfile says of the application, and where its work goes. */
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
final class StageOptions {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--class-path",
      paramLabel = "<path list>",
      description = "The application: jars and directories, with ':' between them.")
  private @Nullable String classPath;

  @Option(
      names = "--module-path",
      paramLabel = "<path list>",
      description = "The same of an application that is made of modules, in place of a class path.")
  private @Nullable String modulePath;

  @Option(
      names = "--main-class",
      paramLabel = "<class>",
      description = "The class that java launches.")
  private @Nullable String mainClass;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "<directory>",
      description = "Where it goes: for 'link' nothing may be there, for 'repack' it is the root.")
  private Path output;

  /** For picocli. */
  StageOptions() {}

  /** The application; nothing where none was named. */
  ClassPath classPath() {
    return ClassPath.parse(classPath == null ? "" : classPath).withManifestEntries();
  }

  /** Its modules; none where none were named. */
  ModulePath modulePath() {
    return ModulePath.parse(modulePath == null ? "" : modulePath);
  }

  /** Sees to it that there is an application. */
  void requireApplication() {
    if ((classPath == null) == (modulePath == null)) {
      throw missing("--class-path=<path list>' or '--module-path=<path list>");
    }
  }

  /** What java loads classes from. */
  List<ClassSource> sources(Jdk jdk, List<String> jvmFlags) {
    List<ClassSource> sources = new ArrayList<>(classPath().sources());
    if (modulePath != null) {
      ResolvedModules.launching(modulePath(), requireMainClass(), jdk, jvmFlags)
          .ifPresent(modules -> sources.addAll(modules.sources()));
    }
    return sources;
  }

  /** Its main class, if one was named. */
  Optional<String> mainClass() {
    return Optional.ofNullable(mainClass);
  }

  /** The same where there has to be one. */
  ClassName requireMainClass() {
    return new ClassName(mainClass().orElseThrow(() -> missing("--main-class=<class>")));
  }

  Path output() {
    return output;
  }

  private ParameterException missing(String option) {
    return new ParameterException(spec.commandLine(), "Missing required option: '" + option + "'");
  }
}
