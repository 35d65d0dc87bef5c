package dev.parka.runtime.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * What changes with the content of a file, or with the names in a directory.
 *
 * @param size its bytes
 * @param modified when it was written, or whatever time it was given
 * @param changed when anything of it was changed, which nobody can set; nothing where the file
 *     system does not tell
 * @param inode which file it is, where the file system tells
 */
public record FileIdentity(long size, FileTime modified, String changed, String inode) {

  private static final Duration MOMENT = Duration.ofSeconds(2);

  /**
   * The identity of a file or directory as it is now.
   *
   * @throws IOException if there is none, or none that can be looked at
   */
  public static FileIdentity of(Path file) throws IOException {
    return of(file, Files.readAttributes(file, BasicFileAttributes.class));
  }

  /** The same where the attributes were read just now. */
  static FileIdentity of(Path file, BasicFileAttributes attributes) throws IOException {
    return new FileIdentity(
        attributes.size(),
        attributes.lastModifiedTime(),
        changed(file),
        String.valueOf(attributes.fileKey()));
  }

  private static String changed(Path file) throws IOException {
    return file.getFileSystem().supportedFileAttributeViews().contains("unix")
        ? nanoseconds((FileTime) Files.getAttribute(file, "unix:ctime"))
        : "";
  }

  /** A time's own text is put together from its year on. */
  private static String nanoseconds(FileTime time) {
    return String.valueOf(time.to(TimeUnit.NANOSECONDS));
  }

  /** The key of what is known of this file as long as it has this identity. */
  public CacheKey key(Path file) {
    return new CacheKey("file")
        .add(file.toAbsolutePath())
        .add(size)
        .add(nanoseconds(modified))
        .add(changed)
        .add(inode);
  }

  /**
   * Whether it was last changed long enough ago: what was changed a moment ago may change again
   * within what its time can tell.
   */
  public boolean isSettled() {
    return modified.toInstant().isBefore(Instant.now().minus(MOMENT));
  }
}
