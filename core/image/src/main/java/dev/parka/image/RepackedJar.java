package dev.parka.image;

import dev.parka.oci.JarRepacker;
import dev.parka.runtime.tree.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A jar as an image has it, repacked when somebody asks for its bytes. */
final class RepackedJar implements Content {

  private final Path from;
  private final Path to;
  private final JarRepacker repacker;
  private boolean isThere;

  /**
   * A jar.
   *
   * @param from a jar or a directory of classes
   * @param to a file that does not exist
   */
  RepackedJar(Path from, Path to, JarRepacker repacker) {
    this.from = from;
    this.to = to;
    this.repacker = repacker;
  }

  /** Where its bytes are. */
  Path file() throws IOException {
    if (!isThere) {
      repacker.repack(from, to);
      isThere = true;
    }
    return to;
  }

  @Override
  public long size() throws IOException {
    return Files.size(file());
  }

  @Override
  public InputStream open() throws IOException {
    return Files.newInputStream(file());
  }

  /** Of a directory the jar is what tells: an empty directory in it is an entry, too. */
  @Override
  public Optional<Origin> origin() {
    return Files.isDirectory(from)
        ? Optional.empty()
        : Optional.of(new Origin("repacked, " + repacker, from));
  }
}
