package dev.parka.jdks;

import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.tree.Removal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Unpacked trees in the user's cache, each under the digest of what it was unpacked from. A tree is
 * written beside its place and moved there whole; it is hashed before each use, and one that is not
 * what was written is unpacked again.
 */
final class UnpackedTrees {

  private static final String TREE = "root";
  private static final String DIGEST = "digest";

  private final Optional<Path> directory;

  /** Trees below a directory, or, without one, trees that go when this JVM ends. */
  UnpackedTrees(Optional<Path> directory) {
    this.directory = directory;
  }

  /** Fills a directory that it makes. */
  interface Unpacking {
    void into(Path root) throws IOException;
  }

  /** The tree with this key; unpacked if it is not there. */
  Path get(Digest key, Unpacking unpacking) throws IOException {
    if (directory.isEmpty()) {
      Path temporary = Files.createTempDirectory("parka-jdk-");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(temporary), "parka-jdk"));
      unpacking.into(temporary.resolve(TREE));
      return temporary.resolve(TREE);
    }
    Path place = directory.get().resolve(key.toString());
    if (isWhole(place)) {
      return place.resolve(TREE);
    }
    Files.createDirectories(
        directory.get(),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Path staged = Files.createTempDirectory(directory.get(), ".new-");
    try {
      unpacking.into(staged.resolve(TREE));
      Files.write(
          staged.resolve(DIGEST),
          TreeDigest.of(staged.resolve(TREE)).toString().getBytes(StandardCharsets.US_ASCII));
      publish(staged, place);
    } finally {
      remove(staged);
    }
    return place.resolve(TREE);
  }

  /** Of two at the same time, the first stays; what was damaged before goes. */
  private void publish(Path staged, Path place) throws IOException {
    try {
      Files.move(staged, place, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (isWhole(place)) {
        return;
      }
      Path damaged = Files.createTempDirectory(directory.orElseThrow(), ".old-");
      try {
        Files.move(place, damaged.resolve(TREE), StandardCopyOption.ATOMIC_MOVE);
      } catch (NoSuchFileException gone) {
        // Another build was faster.
      }
      remove(damaged);
      Files.move(staged, place, StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private static boolean isWhole(Path place) throws IOException {
    Path digest = place.resolve(DIGEST);
    try {
      return Files.readString(digest, StandardCharsets.US_ASCII)
          .equals(TreeDigest.of(place.resolve(TREE)).toString());
    } catch (NoSuchFileException | UncheckedIOException e) {
      return false;
    }
  }

  private static void remove(Path tree) {
    try {
      if (Files.exists(tree)) {
        Removal.of(tree);
      }
    } catch (IOException e) {
      // What stays is in nobody's way: its name is taken by no key.
    }
  }
}
