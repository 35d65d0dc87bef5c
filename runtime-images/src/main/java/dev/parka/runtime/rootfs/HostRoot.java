package dev.parka.runtime.rootfs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A root file system of this machine, whose absolute links mean places inside it. */
record HostRoot(Path directory) {

  /** As many links as Linux follows before it gives up. */
  private static final int LINK_LIMIT = 40;

  /** The file or directory that an absolute path leads to; empty if it leads nowhere. */
  Optional<Path> find(String path) throws IOException {
    Deque<String> todo = new ArrayDeque<>(parts(path));
    Path at = directory;
    int links = 0;
    while (!todo.isEmpty()) {
      String part = todo.pop();
      Path next = at.resolve(part);
      if (part.equals("..")) {
        at = up(at);
      } else if (Files.isSymbolicLink(next)) {
        String target = Files.readSymbolicLink(next).toString();
        if (++links > LINK_LIMIT) {
          return Optional.empty();
        }
        at = target.startsWith("/") ? directory : at;
        pushAll(todo, target);
      } else if (Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
        at = next;
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(at);
  }

  /** Whether a file of this machine is inside. */
  boolean contains(Path file) {
    return file.startsWith(directory);
  }

  /** The absolute path inside of a file of this machine. */
  String pathOf(Path file) {
    return "/" + directory.relativize(file);
  }

  /** The parent, which for the root is the root. */
  private Path up(Path path) {
    Path parent = path.getParent();
    return path.equals(directory) || parent == null ? directory : parent;
  }

  private static void pushAll(Deque<String> todo, String path) {
    Deque<String> reversed = new ArrayDeque<>();
    parts(path).forEach(reversed::push);
    reversed.forEach(todo::push);
  }

  private static List<String> parts(String path) {
    return Arrays.stream(path.split("/", -1))
        .filter(part -> !part.isEmpty() && !part.equals("."))
        .toList();
  }
}
