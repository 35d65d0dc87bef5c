package dev.parka.verify.boot;

import dev.parka.oci.ArchiveEntry;
import dev.parka.oci.ArchiveEntry.Kind;
import dev.parka.oci.ArchiveTree;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An unpacked image, and what engines add to one before they start it. */
record RootFileSystem(Path root, ArchiveTree tree) {

  private static final List<String> NETWORK_FILES = List.of("/etc/hosts", "/etc/resolv.conf");
  private static final long MAX_ACCOUNTS = 1 << 20;
  private static final int NAME = 0;
  private static final int NUMBER = 2;
  private static final int GROUP = 3;

  /**
   * Makes mount points and the working directory, and tells the image of this machine's network.
   */
  void prepare(String workingDirectory) throws CannotStart, IOException {
    directory("/proc");
    directory("/dev");
    directory(workingDirectory);
    for (String name : NETWORK_FILES) {
      ImagePath path = new ImagePath(name);
      boolean hasDirectory =
          find(path.parent().orElse(ImagePath.ROOT)).isEmpty()
              || isDirectory(path.parent().orElse(ImagePath.ROOT));
      if (find(path).isEmpty() && hasDirectory && Files.isReadable(Path.of(name))) {
        directory("/etc");
        Path file = host(path);
        Files.copy(Path.of(name), file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      }
    }
  }

  /** Those of some paths that are directories now, made where there was nothing. */
  List<String> directories(List<String> names) throws CannotStart, IOException {
    List<String> found = new ArrayList<>();
    for (String name : names) {
      if (directory(name)) {
        found.add(name);
      }
    }
    return found;
  }

  /**
   * Makes a directory where there is none; nothing on the way may be a link. Answers whether there
   * is one.
   */
  private boolean directory(String name) throws CannotStart, IOException {
    ImagePath path = path(name);
    List<ImagePath> missing = new ArrayList<>();
    for (Optional<ImagePath> up = Optional.of(path); up.isPresent(); up = up.get().parent()) {
      if (find(up.get()).isEmpty()) {
        missing.add(0, up.get());
      } else if (!isDirectory(up.get())) {
        // In the image it leads somewhere; from here that would be somewhere else.
        if (name.equals("/proc") || name.equals("/dev")) {
          throw new CannotStart("the image has a file or link " + up.get());
        }
        return false;
      }
    }
    for (ImagePath directory : missing) {
      Path file = host(directory);
      if (!Files.isDirectory(file)) {
        Files.createDirectory(file);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
      }
    }
    return true;
  }

  private static ImagePath path(String name) throws CannotStart {
    try {
      return new ImagePath(name);
    } catch (ParkaException e) {
      throw new CannotStart("'" + name + "' is no absolute, normal path");
    }
  }

  /** The numbers of a user as a configuration writes it; names are looked up in the image. */
  UserId user(String written) throws CannotStart, IOException {
    if (written.isEmpty()) {
      return new UserId(0, 0);
    }
    String[] parts = written.split(":", 2);
    Optional<String[]> account = account("/etc/passwd", parts[0]);
    int uid = number(parts[0], account.map(a -> a[NUMBER]), written);
    if (parts.length == 1) {
      // Engines give a number that has no account the group 0.
      int gid = account.isPresent() ? number("", account.map(a -> a[GROUP]), written) : 0;
      return new UserId(uid, gid);
    }
    Optional<String[]> group = account("/etc/group", parts[1]);
    return new UserId(uid, number(parts[1], group.map(g -> g[NUMBER]), written));
  }

  private static int number(String text, Optional<String> found, String user) throws CannotStart {
    String digits = found.orElse(text);
    if (!digits.matches("[0-9]{1,9}")) {
      throw new CannotStart("the image has no user or group '" + user + "'");
    }
    return Integer.parseInt(digits);
  }

  private Optional<String[]> account(String name, String key) throws IOException {
    ImagePath path = new ImagePath(name);
    boolean isFile = find(path).filter(e -> e.kind() == Kind.REGULAR_FILE).isPresent();
    if (!isFile || Files.size(host(path)) > MAX_ACCOUNTS) {
      return Optional.empty();
    }
    String text = Files.readString(host(path), StandardCharsets.ISO_8859_1);
    return text.lines()
        .map(line -> line.split(":", -1))
        .filter(fields -> fields.length > GROUP)
        .filter(fields -> fields[NAME].equals(key) || fields[NUMBER].equals(key))
        .findFirst();
  }

  private Optional<ArchiveEntry> find(ImagePath path) {
    return tree.find(path);
  }

  private boolean isDirectory(ImagePath path) {
    return find(path).filter(e -> e.kind() == Kind.DIRECTORY).isPresent();
  }

  private Path host(ImagePath path) {
    return root.resolve(path.relative());
  }
}
