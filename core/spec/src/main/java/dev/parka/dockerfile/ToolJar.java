package dev.parka.dockerfile;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.cache.Sha256;
import dev.parka.spec.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Parka's own command line, for what a shell cannot do.
 *
 * @param path its jar in the build context
 * @param digest what the jar has to be
 */
public record ToolJar(String path, Digest digest) {

  /** Checks the path. */
  public ToolJar {
    path = BuildContext.relative(path);
  }

  /**
   * Parses {@code path@sha256:…}, or a path alone, of which the digest is taken now.
   *
   * @param directory the build context
   * @throws ParkaException [BadPath], [BadDigest]; [BadToolJar] if the file cannot be read, or is
   *     not what the digest says
   */
  public static ToolJar parse(String text, Path directory) {
    int at = text.indexOf('@');
    String path = BuildContext.relative(at < 0 ? text : text.substring(0, at));
    Path file = directory.resolve(path);
    if (at >= 0) {
      Digest wanted = Digest.parse(text.substring(at + 1));
      if (Files.isRegularFile(file) && !digest(file).equals(wanted)) {
        throw bad(file + " is " + digest(file) + " and not " + wanted);
      }
      return new ToolJar(path, wanted);
    }
    return new ToolJar(path, digest(file));
  }

  private static Digest digest(Path file) {
    try {
      return Digest.of(Sha256.begin().digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw bad(Printable.of(file.toString()) + " cannot be read");
    }
  }

  private static ParkaException bad(String fact) {
    return new ParkaException(
        DockerfileProblem.BAD_TOOL_JAR,
        fact,
        "put parka-cli.jar into the build context, or pin it as in tools/parka-cli.jar@sha256:…");
  }
}
