package dev.parka.runtime.link;

import dev.parka.runtime.strip.NativeSymbols;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is done to every file that jlink has written. */
final class LinkedFiles extends SimpleFileVisitor<Path> {

  private static final Set<PosixFilePermission> EXECUTABLE =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private static final Set<PosixFilePermission> READABLE =
      PosixFilePermissions.fromString("rw-r--r--");

  private final boolean stripNativeSymbols;

  private LinkedFiles(boolean stripNativeSymbols) {
    this.stripNativeSymbols = stripNativeSymbols;
  }

  /** Gives every file the mode that it has without a file mode mask, and strips native ones. */
  static void normalise(Path image, boolean stripNativeSymbols) throws IOException {
    Files.walkFileTree(image, new LinkedFiles(stripNativeSymbols));
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (attributes.isRegularFile()) {
      boolean executable =
          Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
      if (stripNativeSymbols) {
        NativeSymbols.stripFile(file);
      }
      Files.setPosixFilePermissions(file, executable ? EXECUTABLE : READABLE);
    }
    return FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e)
      throws IOException {
    if (e != null) {
      throw e;
    }
    Files.setPosixFilePermissions(directory, EXECUTABLE);
    return FileVisitResult.CONTINUE;
  }
}
