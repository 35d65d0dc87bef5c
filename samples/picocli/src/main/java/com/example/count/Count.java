package com.example.count;

import dev.parka.annotations.ContainerImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Counts lines and words. The exit code is 1 where there is no such file, 2 for a bad option. */
@Command(
    name = "count",
    description = "Counts the lines and words of files.",
    mixinStandardHelpOptions = true,
    version = "1.0")
@ContainerImage(
    name = "count",
    arguments = "--help",
    jvmFlags = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything reads them
public final class Count implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--words", description = "Counts words instead of lines.")
  private boolean words;

  @Parameters(paramLabel = "<file>", arity = "1..*", description = "What is counted.")
  private List<Path> files;

  private Count() {}

  /**
   * Counts and exits.
   *
   * @param arguments see {@code --help}
   */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Count()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    for (Path file : files) {
      try {
        String text = Files.readString(file);
        long count = words ? text.split("\\s+", -1).length - 1 : text.lines().count();
        spec.commandLine().getOut().printf("%d %s%n", count, file);
      } catch (NoSuchFileException e) {
        spec.commandLine().getErr().println("there is no file " + file);
        return 1;
      }
    }
    return 0;
  }
}
