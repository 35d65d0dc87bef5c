package dev.parka.image;

import dev.parka.plan.ImageFiles;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ModulePath;
import dev.parka.runtime.tree.FileEntry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The application as an image has it, but in a directory: for images that others put together. */
public final class ApplicationLayout {

  private static final String READABLE = "rw-r--r--";

  private ApplicationLayout() {}

  /**
   * Writes repacked jars and the class path file, the same bytes that a build puts into layers.
   *
   * @param classPath jars and directories; an executable jar is taken apart
   * @param modulePath modules, where there is no class path
   * @param files where they lie in the image
   * @param root the directory that stands for the root of the image
   * @param time the time of every file
   * @throws ParkaException [CannotWrite]
   */
  public static void write(
      ClassPath classPath,
      ModulePath modulePath,
      ClassName mainClass,
      ImageFiles files,
      Path root,
      Instant time) {
    ApplicationPath packed =
        ApplicationPath.NONE.withClassPath(classPath).withModulePath(modulePath);
    try (Workshop workshop = Workshop.open()) {
      Optional<ExecutableJar> executable = packed.executable(mainClass);
      ApplicationPath path =
          executable.isPresent() ? packed.takenApart(executable.get(), workshop) : packed;
      ApplicationJars jars = ApplicationJars.of(path, files, mainClass, workshop);
      List<FileEntry> all = new ArrayList<>(jars.dependencies());
      all.addAll(jars.snapshots());
      all.addAll(jars.application());
      for (FileEntry entry : all) {
        if (entry instanceof FileEntry.RegularFile file) {
          write(file, root.resolve(file.path().value().substring(1)), time);
        }
      }
    } catch (IOException e) {
      throw new ParkaException(
          RuntimeProblem.CANNOT_WRITE,
          "the application cannot be laid out in " + root + ": " + e.getMessage(),
          "choose another place, or make room there",
          e);
    }
  }

  private static void write(FileEntry.RegularFile file, Path path, Instant time)
      throws IOException {
    Files.createDirectories(path.getParent());
    try (InputStream content = file.content().open()) {
      Files.copy(content, path);
    }
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(READABLE));
    Files.setLastModifiedTime(path, FileTime.from(time));
  }
}
