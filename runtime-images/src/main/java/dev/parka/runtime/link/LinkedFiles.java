package dev.parka.runtime.link;

import dev.parka.runtime.strip.ImageStrip;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.strip.StripPlan;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is done to the files that jlink has written. */
final class LinkedFiles extends SimpleFileVisitor<Path> {

  private static final Set<PosixFilePermission> EXECUTABLE =
      PosixFilePermissions.fromString("rwxr-xr-x");

  private static final Set<PosixFilePermission> READABLE =
      PosixFilePermissions.fromString("rw-r--r--");

  private LinkedFiles() {}

  /**
   * Takes out what the plan leaves out, one thing after the other.
   *
   * @return the bytes that each has saved, as the layer's tar counts them
   */
  static SortedMap<StripKind, Long> strip(Path image, StripPlan plan) throws IOException {
    SortedMap<StripKind, Long> saved = new TreeMap<>();
    long before = TarSize.of(image);
    for (ImageStrip strip : plan.fileStrips()) {
      strip.apply(image);
      long after = TarSize.of(image);
      saved.put(strip.kind(), before - after);
      before = after;
    }
    return saved;
  }

  /** Gives every file the mode that it has without a file mode mask. */
  static void normalise(Path image) throws IOException {
    Files.walkFileTree(image, new LinkedFiles());
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (attributes.isRegularFile()) {
      boolean executable =
          Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
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
