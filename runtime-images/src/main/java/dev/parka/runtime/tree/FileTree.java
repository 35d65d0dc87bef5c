package dev.parka.runtime.tree;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Files of an image, sorted by path; every entry's parent directories are there. */
public final class FileTree {

  private static final int DIRECTORY_MODE = 0755;
  private static final int EXECUTABLE_MODE = 0755;
  private static final int FILE_MODE = 0644;

  private final SortedMap<ImagePath, FileEntry> entries;

  private FileTree(SortedMap<ImagePath, FileEntry> entries) {
    this.entries = entries;
  }

  /**
   * Collects entries and adds the parents that are missing, with mode 0755.
   *
   * @throws IllegalArgumentException if two entries have one path, or one lies below another that
   *     is no directory
   */
  public static FileTree of(Collection<? extends FileEntry> files) {
    SortedMap<ImagePath, FileEntry> entries = new TreeMap<>();
    for (FileEntry file : files) {
      if (entries.put(file.path(), file) != null) {
        throw new IllegalArgumentException("two files at " + file.path());
      }
    }
    for (FileEntry file : files) {
      for (Optional<ImagePath> up = file.path().parent();
          up.isPresent() && !up.get().equals(ImagePath.ROOT);
          up = up.get().parent()) {
        FileEntry parent =
            entries.computeIfAbsent(
                up.get(), path -> new FileEntry.Directory(path, DIRECTORY_MODE));
        if (!(parent instanceof FileEntry.Directory)) {
          throw new IllegalArgumentException(file.path() + " lies below a file");
        }
      }
    }
    return new FileTree(entries);
  }

  /**
   * Reads a directory of this machine as files below {@code at}. Modes are made normal: 0755 for
   * directories and for what its owner may execute, 0644 for the rest, whatever the umask was.
   *
   * @throws ParkaException [BadImagePath] for a name that is no plain text
   * @throws IOException if something cannot be read or is no file, directory or link
   */
  public static FileTree read(Path directory, ImagePath at) throws IOException {
    SortedMap<ImagePath, FileEntry> entries = new TreeMap<>();
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            ImagePath path = imagePath(dir);
            if (!path.equals(ImagePath.ROOT)) {
              entries.put(path, new FileEntry.Directory(path, DIRECTORY_MODE));
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            ImagePath path = imagePath(file);
            if (attributes.isSymbolicLink()) {
              String target = Files.readSymbolicLink(file).toString();
              entries.put(path, new FileEntry.SymbolicLink(path, target));
            } else if (attributes.isRegularFile()) {
              boolean executable =
                  Files.getPosixFilePermissions(file).contains(PosixFilePermission.OWNER_EXECUTE);
              int mode = executable ? EXECUTABLE_MODE : FILE_MODE;
              entries.put(path, new FileEntry.RegularFile(path, mode, Content.of(file)));
            } else {
              throw new IOException(file + " is no file, directory or link");
            }
            return FileVisitResult.CONTINUE;
          }

          private ImagePath imagePath(Path file) {
            String relative = directory.relativize(file).toString();
            if (relative.indexOf('\uFFFD') >= 0) {
              throw new ParkaException(
                  RuntimeProblem.BAD_IMAGE_PATH,
                  file + " has a name that is not UTF-8",
                  "rename or exclude it");
            }
            return relative.isEmpty() ? at : at.resolve(relative);
          }
        });
    return of(entries.values());
  }

  /** The entries, sorted by path; the root directory itself is not among them. */
  public List<FileEntry> entries() {
    return List.copyOf(entries.values());
  }

  /** The entry at a path. */
  public Optional<FileEntry> find(ImagePath path) {
    return Optional.ofNullable(entries.get(path));
  }

  /** The bytes of all regular files. */
  public long contentSize() throws IOException {
    long size = 0;
    for (FileEntry entry : entries.values()) {
      if (entry instanceof FileEntry.RegularFile file) {
        size += file.content().size();
      }
    }
    return size;
  }
}
