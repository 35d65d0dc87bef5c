package dev.parka.jdks;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.spec.ImageReference;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where the user says that a JDK is. */
public sealed interface JdkSource {

  /** What begins a reference among paths. */
  String REGISTRY = "registry:";

  /**
   * An installation.
   *
   * @param home the directory that holds {@code bin}, {@code lib} and {@code release}
   */
  record Home(Path home) implements JdkSource {}

  /**
   * An unpacked root file system that has a JDK somewhere in it.
   *
   * @param directory what its absolute paths begin at
   */
  record RootDirectory(Path directory) implements JdkSource {}

  /**
   * Archives that make one JDK when they are unpacked over one another: {@code tar.gz}, {@code
   * zip}, or Debian packages, of which it takes two.
   *
   * @param files the lowest first
   */
  record Archives(List<Path> files) implements JdkSource {

    /** Copies the list. */
    public Archives {
      files = List.copyOf(files);
    }
  }

  /**
   * An image in an OCI image layout that has a JDK in it.
   *
   * @param path a directory, or a tar file
   */
  record ImageLayout(Path path) implements JdkSource {}

  /**
   * An image of a registry that has a JDK in it.
   *
   * @param reference which one
   */
  record FromRegistry(ImageReference reference) implements JdkSource {}

  /**
   * Tells what a user means: {@code registry:} and a reference, or a path, or several with {@code
   * :} between them, where {@code dir/*} stands for the files in {@code dir}.
   *
   * @throws ParkaException [NoJdkSource] for each path at which there is nothing; [BadReference] or
   *     [BadDigest] for a reference that is none
   */
  static JdkSource parse(String text) {
    if (text.startsWith(REGISTRY)) {
      return new FromRegistry(ImageReference.parse(text.substring(REGISTRY.length())));
    }
    List<Path> paths = new ArrayList<>();
    for (String part : text.split(":", -1)) {
      if (part.endsWith("/*")) {
        paths.addAll(files(part.substring(0, part.length() - 1)));
      } else {
        paths.add(path(part));
      }
    }
    if (paths.size() == 1 && Files.isDirectory(paths.get(0))) {
      return directory(paths.get(0));
    }
    for (Path path : paths) {
      if (!Files.isRegularFile(path)) {
        throw nothing(path + " is no file, as each of several archives has to be");
      }
    }
    return paths.size() == 1 && TarLayouts.isOne(paths.get(0))
        ? new ImageLayout(paths.get(0))
        : new Archives(paths);
  }

  private static JdkSource directory(Path path) {
    if (Files.isRegularFile(path.resolve("oci-layout"))) {
      return new ImageLayout(path);
    }
    boolean isRoot =
        !Files.exists(path.resolve("release"))
            && (Files.isDirectory(path.resolve("usr")) || Files.isDirectory(path.resolve("opt")));
    return isRoot ? new RootDirectory(path) : new Home(path);
  }

  private static Set<Path> files(String directory) {
    Set<Path> files = new TreeSet<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(path(directory), file -> Files.isRegularFile(file))) {
      all.forEach(files::add);
    } catch (IOException e) {
      throw nothing(Printable.of(directory) + " cannot be listed");
    }
    if (files.isEmpty()) {
      throw nothing(Printable.of(directory) + " has no files");
    }
    return files;
  }

  private static Path path(String text) {
    try {
      Path path = Path.of(text);
      if (!text.isEmpty() && Files.exists(path)) {
        return path;
      }
    } catch (InvalidPathException e) {
      // No file has such a name.
    }
    throw nothing("there is nothing at '" + Printable.of(text) + "'");
  }

  private static ParkaException nothing(String fact) {
    return new ParkaException(
        JdkProblem.NO_JDK_SOURCE,
        fact,
        "name a JDK's directory or archive, Debian packages with ':' between them, a root file"
            + " system, or an image layout");
  }
}
