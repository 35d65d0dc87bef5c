package dev.parka.oci;

import dev.parka.oci.ArchiveEntry.Kind;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.Consumer;

/**
 * Writes the layers of an image as a root file system, into a directory that it makes. Owners are
 * kept where root unpacks; setuid, setgid and extended attributes never are.
 */
public final class LayerUnpacker {

  private static final int PERMISSIONS_AND_STICKY = 01777;
  private static final int OTHERS_READ = 0755;

  private final LargePieces pieces = new LargePieces();
  private final Path root;
  private final boolean keepOwners;
  private final boolean own;

  private LayerUnpacker(Path root, boolean keepOwners, boolean own) {
    this.root = root;
    this.keepOwners = keepOwners;
    this.own = own;
  }

  /**
   * Unpacks layers.
   *
   * @param layers the stored layers, the lowest first
   * @param root the directory to make, with mode 0700 while it is filled; its parent must exist
   * @param limits what no layer may exceed
   * @return the files that were written
   * @throws ParkaException with every problem of the layers, or [CannotUnpack]; what was written
   *     stays where it is and is not whole
   * @throws IOException if the directory exists or its files' modes cannot be set
   */
  public static ArchiveTree unpack(List<Content> layers, Path root, LayerReader.Limits limits)
      throws IOException {
    return unpack(layers, root, limits, false, LayerReader::readFiles);
  }

  /**
   * Unpacks layers as {@link #unpack(List, Path, LayerReader.Limits)} does, for whoever runs this
   * alone: every file is theirs, and every directory can be read, and removed again.
   */
  public static ArchiveTree unpackAsOwn(List<Content> layers, Path root, LayerReader.Limits limits)
      throws IOException {
    return unpack(layers, root, limits, true, LayerReader::readFiles);
  }

  /** The same, and tells what each layer turned out to be. */
  static ArchiveTree unpackAsOwn(
      List<Content> layers,
      Path root,
      LayerReader.Limits limits,
      Consumer<LayerReader.Contents> listener)
      throws IOException {
    return unpack(
        layers,
        root,
        limits,
        true,
        (reader, layer, visitor) -> {
          LayerReader.Contents contents = reader.read(layer, visitor);
          if (contents.problems().isEmpty()) {
            listener.accept(contents);
          }
          return contents.problems();
        });
  }

  /** A way to read a layer, which answers what is wrong with it. */
  @FunctionalInterface
  private interface Reading {
    List<Problem> read(LayerReader reader, Content layer, LayerReader.Visitor visitor)
        throws IOException;
  }

  private static ArchiveTree unpack(
      List<Content> layers, Path root, LayerReader.Limits limits, boolean own, Reading reading)
      throws IOException {
    LayerReader reader = new LayerReader(limits);
    LayerUnpacker unpacker = into(root, own);
    for (Content layer : layers) {
      List<Problem> problems = reading.read(reader, layer, unpacker::write);
      if (!problems.isEmpty()) {
        throw new ParkaException(problems);
      }
    }
    unpacker.finish(reader.tree());
    return reader.tree();
  }

  /**
   * Begins to unpack layers that somebody else reads.
   *
   * @param root the directory to make, with mode 0700 while it is filled; its parent must exist
   * @throws IOException if it exists
   */
  public static LayerUnpacker into(Path root) throws IOException {
    return into(root, false);
  }

  private static LayerUnpacker into(Path root, boolean own) throws IOException {
    Files.createDirectory(
        root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    return new LayerUnpacker(root, !own && isOwnedByRoot(root), own);
  }

  private static boolean isOwnedByRoot(Path directory) throws IOException {
    return Integer.valueOf(0).equals(Files.getAttribute(directory, "unix:uid"));
  }

  /**
   * Writes an entry as a {@link LayerReader.Visitor} is told of it.
   *
   * @throws ParkaException [CannotUnpack]
   */
  public void write(ArchiveEntry entry, List<ImagePath> removed, InputStream content) {
    try {
      apply(entry, removed, content);
    } catch (IOException | InvalidPathException e) {
      // A name may be too long for this machine's file system or outside its locale's characters.
      throw new ParkaException(
          ArchiveProblem.CANNOT_UNPACK,
          entry.path() + " cannot be written: " + Printable.of(String.valueOf(e.getMessage())),
          "look at space and names in " + root + ", and run Java with a UTF-8 locale",
          e);
    }
  }

  private void apply(ArchiveEntry entry, List<ImagePath> removed, InputStream content)
      throws IOException {
    // Children come after their parents, and must go before them.
    for (int i = removed.size() - 1; i >= 0; i--) {
      Files.delete(file(removed.get(i)));
    }
    if (entry.kind() == Kind.WHITEOUT || entry.kind() == Kind.OPAQUE_WHITEOUT) {
      return;
    }
    Path file = file(entry.path());
    if (entry.kind() == Kind.DIRECTORY) {
      Files.createDirectories(file);
      return;
    }
    Path parent = file.getParent();
    // Nearly always there, which a failed creation finds out at a higher price.
    if (parent != null && !Files.isDirectory(parent, LinkOption.NOFOLLOW_LINKS)) {
      Files.createDirectories(parent);
    }
    if (entry.kind() == Kind.SYMBOLIC_LINK) {
      Files.createSymbolicLink(file, Path.of(entry.target()));
    } else if (!entry.target().isEmpty()) {
      Files.createLink(file, file(new ImagePath(entry.target())));
    } else {
      copy(content, file);
    }
  }

  private void copy(InputStream content, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
      pieces.copy(content, out);
    }
  }

  /**
   * Sets owners, times and modes last and from the leaves up: a directory may deny to be written
   * to.
   *
   * @param tree all that was written
   */
  public void finish(ArchiveTree tree) throws IOException {
    List<ArchiveEntry> entries = tree.entries();
    for (int i = entries.size() - 1; i >= 0; i--) {
      ArchiveEntry entry = entries.get(i);
      Path file = file(entry.path());
      if (keepOwners) {
        Files.setAttribute(
            file, "unix:uid", entry.metadata().owner().uid(), LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(
            file, "unix:gid", entry.metadata().owner().gid(), LinkOption.NOFOLLOW_LINKS);
      }
      if (entry.kind() != Kind.SYMBOLIC_LINK) {
        // A JVM uses an archive of classes only with the very jars that it was made of.
        Files.setLastModifiedTime(file, FileTime.from(entry.metadata().modified()));
        Files.setAttribute(file, "unix:mode", mode(entry));
      }
    }
  }

  private int mode(ArchiveEntry entry) {
    if (own) {
      return (entry.mode() & OTHERS_READ) | (entry.kind() == Kind.DIRECTORY ? 0700 : 0600);
    }
    return entry.mode() & PERMISSIONS_AND_STICKY;
  }

  private Path file(ImagePath path) {
    return root.resolve(path.relative());
  }
}
