package dev.parka.runtime.trace;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An application to run once.
 *
 * @param classPath its directories and jars, in the order in which they are searched
 * @param mainClass the binary name of its main class
 * @param jvmFlags what the JVM is told, such as {@code -Xmx64m}
 * @param arguments what the application is told
 */
public record TracedApplication(
    List<Path> classPath, String mainClass, List<String> jvmFlags, List<String> arguments) {

  /** Copies all lists. */
  public TracedApplication {
    classPath = List.copyOf(classPath);
    jvmFlags = List.copyOf(jvmFlags);
    arguments = List.copyOf(arguments);
    if (classPath.isEmpty()) {
      throw new IllegalArgumentException("no class path");
    }
  }

  /** The command that runs it and writes a log; that flag is the last, so that it has the word. */
  List<String> command(Path java, String logFlag) {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(jvmFlags);
    command.add(logFlag);
    command.add("-cp");
    command.add(String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
    command.add(mainClass);
    command.addAll(arguments);
    return command;
  }
}
