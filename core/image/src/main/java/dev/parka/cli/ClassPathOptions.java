package dev.parka.cli;

import dev.parka.image.MainClassFinder;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.ClassName;
import dev.parka.runtime.modules.ClassPath;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that reads an application is told. */
@SuppressWarnings("NullAway.Init") // picocli sets required options before anything reads them
final class ClassPathOptions {

  @Option(
      names = "--class-path",
      required = true,
      paramLabel = "<path list>",
      description = {
        "Jars and directories, with ':' between them; 'dir/*' stands for the jars in dir.",
        "@<file> reads the list from a file."
      })
  private String classPath;

  @Option(
      names = "--main-class",
      paramLabel = "<class>",
      description = "The class that java launches; by default, what the first jar's manifest says.")
  private @Nullable String mainClass;

  @Option(
      names = "--jdk",
      paramLabel = "<home>",
      description = "The JDK to link from; by default, the one that runs this.")
  private @Nullable Path jdk;

  /** For picocli. */
  ClassPathOptions() {}

  ClassPath classPath() {
    return ClassPath.parse(classPath);
  }

  /** The main class that was named or that the manifest names. */
  Optional<ClassName> mainClass(ClassPath parsed) {
    return mainClass == null ? MainClassFinder.find(parsed) : Optional.of(new ClassName(mainClass));
  }

  Jdk jdk() {
    return jdk == null ? Jdk.running() : Jdk.at(jdk);
  }
}
