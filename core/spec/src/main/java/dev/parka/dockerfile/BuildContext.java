package dev.parka.dockerfile;

import dev.parka.catalog.ImageCatalog;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.spec.ImageReference;
import dev.parka.spec.SpecProblem;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a Dockerfile finds when it is built.
 *
 * @param jdkImage the image whose JDK links the run-time image
 * @param jar the application's jar in the build context, such as {@code target/petstore.jar}, or
 *     where the build puts it
 * @param libraries the directory that holds the jars it depends on, if any
 * @param project how they are made there, unless they are in the build context
 * @param tool Parka's own command line, if it does what a shell cannot
 */
public record BuildContext(
    ImageReference jdkImage,
    String jar,
    Optional<String> libraries,
    Optional<ProjectBuild> project,
    Optional<ToolJar> tool) {

  /** No character of it is anything to a shell, in JSON, or to a Dockerfile. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._+@][A-Za-z0-9._+@/-]*");

  /**
   * Checks the paths.
   *
   * @throws ParkaException [BadPath] if one is absolute, leads out of the context, or has a
   *     character that would need quoting
   */
  public BuildContext {
    jar = relative(jar);
    libraries = libraries.map(BuildContext::relative);
  }

  /** Everything is packaged, and nothing but a shell is at hand. */
  public BuildContext(ImageReference jdkImage, String jar, Optional<String> libraries) {
    this(jdkImage, jar, libraries, Optional.empty(), Optional.empty());
  }

  /** The image that has a JDK of this feature version, unless the user names another. */
  public static ImageReference defaultJdkImage(int javaVersion) {
    return ImageCatalog.bundled().defaultJdk().reference(javaVersion);
  }

  /**
   * A path as it is written into a Dockerfile.
   *
   * @throws ParkaException [BadPath]
   */
  public static String relative(String path) {
    String normal = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    boolean leadsOut = false;
    for (String part : normal.split("/", -1)) {
      leadsOut |= part.isEmpty() || part.equals("..");
    }
    if (leadsOut || !PLAIN.matcher(normal).matches()) {
      throw new ParkaException(
          SpecProblem.BAD_PATH,
          "'" + Printable.of(path) + "' is no plain path within the build context",
          "write it relative to the context, as in target/app.jar");
    }
    return normal;
  }
}
