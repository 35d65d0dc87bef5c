package dev.parka.runtime.cache;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;

/** Parka's own code, on which everything hangs that it makes. */
public final class OwnCode {

  private OwnCode() {}

  /**
   * The digest of the jar or directory that this class was loaded from, so that no version has to
   * be counted by hand; empty where that is unknown.
   *
   * @throws IOException if it cannot be read
   */
  public static Optional<Digest> digest(FileDigests digests) throws IOException {
    return digest(digests, OwnCode.class);
  }

  /** The same for the jar or directory of another class. */
  public static Optional<Digest> digest(FileDigests digests, Class<?> one) throws IOException {
    CodeSource code = one.getProtectionDomain().getCodeSource();
    if (code == null) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(code.getLocation().toURI());
      return Optional.of(Files.isDirectory(path) ? digests.ofTree(path) : digests.of(path));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
