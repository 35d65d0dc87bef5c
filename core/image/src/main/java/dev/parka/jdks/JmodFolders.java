package dev.parka.jdks;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Some makers publish the jmods of a JDK as an archive of its own, whose top folder is not that of
 * the JDK: Temurin does since JDK 24.
 */
final class JmodFolders {

  private static final int DEPTH = 8;

  private JmodFolders() {}

  /** Moves the one folder of jmods that lies beside the one JDK to where that JDK looks for it. */
  static void gather(Path root) throws IOException {
    List<Path> homes = parents(root, "release");
    List<Path> jmods = parents(root, "java.base.jmod");
    if (homes.size() == 1 && jmods.size() == 1) {
      Path place = homes.get(0).resolve("jmods");
      if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
        Files.move(jmods.get(0), place);
      }
    }
  }

  private static List<Path> parents(Path root, String name) throws IOException {
    try (Stream<Path> files =
        Files.find(
            root,
            DEPTH,
            (path, attributes) ->
                attributes.isRegularFile() && path.getFileName().toString().equals(name),
            new FileVisitOption[0])) {
      return files
          .map(Path::getParent)
          .filter(
              parent -> !name.equals("release") || Files.isRegularFile(parent.resolve("bin/java")))
          .sorted()
          .toList();
    }
  }
}
