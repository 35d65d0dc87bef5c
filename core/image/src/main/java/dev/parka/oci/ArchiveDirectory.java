package dev.parka.oci;

import dev.parka.runtime.tree.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An image layout in a directory; symbolic links in it are not followed. */
record ArchiveDirectory(Path root) implements ArchiveStore {

  private static final int MAX_DEPTH = 4;

  @Override
  public Optional<Content> file(String name) {
    Path file = root;
    for (String part : name.split("/", -1)) {
      if (Files.isSymbolicLink(file) && !file.equals(root)) {
        return Optional.empty();
      }
      file = file.resolve(part);
    }
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(Content.of(file))
        : Optional.empty();
  }

  @Override
  public SortedSet<String> blobNames() throws IOException {
    SortedSet<String> names = new TreeSet<>();
    Path blobs = root.resolve("blobs");
    if (Files.isDirectory(blobs, LinkOption.NOFOLLOW_LINKS)) {
      try (Stream<Path> files = Files.walk(blobs, MAX_DEPTH)) {
        files
            .filter(f -> !Files.isDirectory(f, LinkOption.NOFOLLOW_LINKS))
            .forEach(f -> names.add(root.relativize(f).toString()));
      }
    }
    return names;
  }

  @Override
  public void close() {}
}
