package dev.parka.runtime.tree;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Makes temporary directories. {@link Files#createTempDirectory} draws their names from a {@link
 * java.security.SecureRandom}, which takes longer to load than some builds' work; here it does not
 * matter whether somebody guesses a name, as a directory is never taken that is there already.
 */
public final class NewDirectory {

  private static final int ATTEMPTS = 1000;

  private NewDirectory() {}

  /**
   * Makes a directory that only this user can look into, under a name that begins like this.
   *
   * @throws IOException if none can be made
   */
  public static Path in(Path parent, String prefix) throws IOException {
    FileAttribute<?> ownersAlone =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    for (int attempt = 1; ; attempt++) {
      Path directory =
          parent.resolve(prefix + Long.toString(System.nanoTime(), Character.MAX_RADIX));
      try {
        return Files.createDirectory(directory, ownersAlone);
      } catch (FileAlreadyExistsException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }
}
