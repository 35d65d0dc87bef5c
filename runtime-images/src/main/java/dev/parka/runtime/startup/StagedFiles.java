package dev.parka.runtime.startup;

import static java.util.stream.Collectors.joining;

import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

/**
 * The jars of an application as its image has them, below a directory of this machine.
 *
 * <p>The archive keeps the class path as it was written when it was made, and the JVM that uses it
 * asks the file system whether that leads to the same files. So the class path is written to lead
 * up from a deep working directory: in the image, where {@code ..} of the root directory is the
 * root directory, it leads to the image's jars from any working directory that is not deeper.
 */
record StagedFiles(Path root, List<PlacedJar> classPath) {

  private static final int DEPTH = 16;

  /** Copies the jars and gives them their times. */
  static StagedFiles at(Path root, ArchivedApplication application) throws IOException {
    StagedFiles staged = new StagedFiles(root, application.classPath());
    for (PlacedJar jar : application.classPath()) {
      Path copy = staged.host(jar.path());
      Files.createDirectories(copy.getParent());
      Files.copy(jar.file(), copy);
      Files.setLastModifiedTime(copy, FileTime.from(application.time()));
    }
    Files.createDirectories(staged.deep());
    Files.createDirectories(staged.host(application.process().workingDirectory()));
    return staged;
  }

  /** Where something of the image lies on this machine. */
  Path host(ImagePath path) {
    return root.resolve(path.relative());
  }

  /** The working directory that {@link #relativeClassPath} is for. */
  Path deep() {
    return root.resolve("deep/".repeat(DEPTH - 1) + "deep");
  }

  /** The class path from a deep directory, the same on every machine. */
  String relativeClassPath() {
    return classPath.stream()
        .map(jar -> "../".repeat(DEPTH) + jar.path().relative())
        .collect(joining(":"));
  }

  /** The class path on this machine. */
  String hostClassPath() {
    return classPath.stream().map(jar -> host(jar.path()).toString()).collect(joining(":"));
  }

  /** A flag of the image, with the image's jars where they are on this machine. */
  String onHost(String flag) {
    for (PlacedJar jar : classPath) {
      String path = jar.path().value();
      if (flag.endsWith(path) || flag.contains(path + "=")) {
        return flag.replace(path, host(jar.path()).toString());
      }
    }
    return flag;
  }
}
