package dev.parka.jdks;

import dev.parka.runtime.cache.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/** One digest of all that a directory holds: names, kinds, modes, link targets and bytes. */
final class TreeDigest {

  private TreeDigest() {}

  static Digest of(Path directory) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(directory)) {
      all = walk.sorted().toList();
    }
    Digest.Parts parts = Digest.parts();
    for (Path path : all) {
      parts.add(directory.relativize(path));
      if (Files.isSymbolicLink(path)) {
        parts.add("link").add(Files.readSymbolicLink(path));
      } else {
        parts.add(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS)));
        if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
          parts.add(Digest.of(path));
        }
      }
    }
    return parts.digest();
  }
}
