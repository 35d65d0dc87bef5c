package dev.parka.dockerfile;

import dev.parka.catalog.ImageCatalog;
import dev.parka.catalog.KnownImage;
import dev.parka.plan.ImagePlan;
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
 * @param jar the application's jar in the build context, such as {@code target/petstore.jar}
 * @param libraries the directory in the build context that holds the jars it depends on, if any
 */
public record BuildContext(ImageReference jdkImage, String jar, Optional<String> libraries) {

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

  /** The image that has a JDK of this feature version, unless the user names another. */
  public static ImageReference defaultJdkImage(int javaVersion) {
    return ImageCatalog.bundled().defaultJdk().reference(javaVersion);
  }

  /** What the catalogue knows of the image whose JDK links. */
  Optional<KnownImage> knownJdkImage() {
    return ImageCatalog.bundled().find(jdkImage);
  }

  /**
   * What the user says of a build context; what is left out is as it usually is.
   *
   * @param jdkImage the image whose JDK links; by default one of the image's Java version
   * @param jar the application's jar; by default {@code target/<name>.jar}
   * @param libraries the directory of the jars it depends on; by default {@code target/lib} where
   *     there are any, and none if it is empty
   */
  public record Wishes(
      Optional<ImageReference> jdkImage, Optional<String> jar, Optional<String> libraries) {

    private static final String USUAL_LIBRARIES = "target/lib";

    /**
     * The build context of a plan.
     *
     * @param hasDependencies whether the application needs more than its own classes
     * @throws ParkaException as the constructor of a context does
     */
    public BuildContext of(ImagePlan plan, boolean hasDependencies) {
      Optional<String> usual = Optional.of(USUAL_LIBRARIES).filter(any -> hasDependencies);
      return new BuildContext(
          jdkImage.orElseGet(() -> defaultJdkImage(plan.runtime().javaVersion())),
          jar.orElseGet(() -> "target/" + plan.reference().shortName() + ".jar"),
          libraries.or(() -> usual).filter(path -> !path.isEmpty()));
    }
  }

  private static String relative(String path) {
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
