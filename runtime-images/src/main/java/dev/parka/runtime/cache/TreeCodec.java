package dev.parka.runtime.cache;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A tree of files as one stream: for each a byte that says what it is and its path, then the mode
 * and the bytes of a file, or the target of a link; a zero at the end.
 */
final class TreeCodec {

  private static final byte DIRECTORY = 'd';
  private static final byte FILE = 'f';
  private static final byte LINK = 'l';
  private static final byte END = 0;

  private static final int BUFFER = 1 << 16;
  private static final int DIRECTORY_MODE = 0755;

  private TreeCodec() {}

  /** What is read is no such stream, or ends too early, or cannot be read. */
  static final class DamagedException extends IOException {

    private static final long serialVersionUID = 1;

    DamagedException(Exception cause) {
      super(cause);
    }

    DamagedException(String message) {
      super(message);
    }
  }

  static void encode(FileTree tree, DataOutputStream out) throws IOException {
    for (FileEntry entry : tree.entries()) {
      if (entry instanceof FileEntry.Directory) {
        out.writeByte(DIRECTORY);
        out.writeUTF(entry.path().value());
      } else if (entry instanceof FileEntry.RegularFile file) {
        out.writeByte(FILE);
        out.writeUTF(file.path().value());
        out.writeInt(file.mode());
        long size = file.content().size();
        out.writeLong(size);
        try (InputStream in = file.content().open()) {
          if (in.transferTo(out) != size) {
            throw new IOException(file.path() + " changes while it is read");
          }
        }
      } else if (entry instanceof FileEntry.SymbolicLink link) {
        out.writeByte(LINK);
        out.writeUTF(link.path().value());
        out.writeUTF(link.target());
      }
    }
    out.writeByte(END);
  }

  /**
   * Writes the files to a directory that does not exist.
   *
   * @throws DamagedException if the stream is not what {@link #encode} writes
   * @throws IOException if the directory cannot be written
   */
  static void decode(DataInputStream in, Path output) throws IOException {
    createDirectory(output);
    // Last, so that nothing is ever written through one.
    Map<Path, Path> links = new TreeMap<>();
    for (byte what = readByte(in); what != END; what = readByte(in)) {
      Path path = resolve(output, readPath(in).relative());
      switch (what) {
        case DIRECTORY -> createDirectory(path);
        case FILE -> readFile(in, path);
        case LINK -> links.put(path, resolve(Path.of(""), readText(in)));
        default -> throw new DamagedException("no kind of file is " + what);
      }
    }
    if (readEnd(in) >= 0) {
      throw new DamagedException("something follows the end");
    }
    for (Map.Entry<Path, Path> link : links.entrySet()) {
      Files.createSymbolicLink(link.getKey(), link.getValue());
    }
  }

  private static void createDirectory(Path path) throws IOException {
    Files.createDirectory(path);
    Files.setPosixFilePermissions(path, permissions(DIRECTORY_MODE));
  }

  /** This process's locale may be one that cannot write the name. */
  private static Path resolve(Path base, String text) throws DamagedException {
    try {
      return base.resolve(text);
    } catch (InvalidPathException e) {
      throw new DamagedException(e);
    }
  }

  private static void readFile(DataInputStream in, Path path) throws IOException {
    int mode;
    long left;
    try {
      mode = in.readInt();
      left = in.readLong();
    } catch (IOException e) {
      throw new DamagedException(e);
    }
    byte[] buffer = new byte[BUFFER];
    try (OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)) {
      while (left > 0) {
        int count = (int) Math.min(left, buffer.length);
        try {
          in.readFully(buffer, 0, count);
        } catch (IOException e) {
          throw new DamagedException(e);
        }
        out.write(buffer, 0, count);
        left -= count;
      }
    }
    Files.setPosixFilePermissions(path, permissions(mode));
  }

  private static Set<PosixFilePermission> permissions(int mode) {
    // They are listed from the highest bit, the owner's right to read, down to the lowest.
    PosixFilePermission[] all = PosixFilePermission.values();
    Set<PosixFilePermission> permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (int i = 0; i < all.length; i++) {
      if ((mode >> (all.length - 1 - i) & 1) == 1) {
        permissions.add(all[i]);
      }
    }
    return permissions;
  }

  private static byte readByte(DataInputStream in) throws DamagedException {
    try {
      return in.readByte();
    } catch (IOException e) {
      throw new DamagedException(e);
    }
  }

  private static int readEnd(DataInputStream in) throws DamagedException {
    try {
      return in.read();
    } catch (IOException e) {
      throw new DamagedException(e);
    }
  }

  private static ImagePath readPath(DataInputStream in) throws DamagedException {
    try {
      return new ImagePath(readText(in));
    } catch (ParkaException e) {
      throw new DamagedException(e);
    }
  }

  private static String readText(DataInputStream in) throws DamagedException {
    try {
      return in.readUTF();
    } catch (IOException e) {
      throw new DamagedException(e);
    }
  }
}
