package dev.parka.runtime.startup;

import dev.parka.runtime.tree.ImagePath;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The application as its image has it.
 *
 * @param classPath its jars, in the order in which they are searched
 * @param time the time of every file in the image
 * @param mainClass the binary name of the class that java launches
 * @param jvmFlags flags of the java command, in order
 * @param process what else its process is given
 */
public record ArchivedApplication(
    List<PlacedJar> classPath,
    Instant time,
    String mainClass,
    List<String> jvmFlags,
    MainProcess process) {

  /** Copies the lists. */
  public ArchivedApplication {
    classPath = List.copyOf(classPath);
    jvmFlags = List.copyOf(jvmFlags);
  }

  /**
   * What a process is given.
   *
   * @param arguments of the main method
   * @param environment variables of the image
   * @param workingDirectory where it starts
   */
  public record MainProcess(
      List<String> arguments, SortedMap<String, String> environment, ImagePath workingDirectory) {

    /** Copies both. */
    public MainProcess {
      arguments = List.copyOf(arguments);
      environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }
  }
}
