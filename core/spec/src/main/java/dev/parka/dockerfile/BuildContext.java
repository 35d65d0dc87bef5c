package dev.parka.dockerfile;

import dev.parka.catalog.ImageCatalog;
import dev.parka.plan.ImageFiles;
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
 * @param jars the application's jars in the build context, or where the build puts them
 * @param project how they are made there, unless they are in the build context
 * @param tool Parka's own command line, if it does what a shell cannot
 * @param caCertificates whether an image that stands on nothing has CA certificates in {@code
 *     /etc/ssl}, which are those of the JDK's image
 */
public record BuildContext(
    ImageReference jdkImage,
    PackagedJars jars,
    Optional<ProjectBuild> project,
    Optional<ToolJar> tool,
    boolean caCertificates) {

  /** No character of it is anything to a shell, in JSON, or to a Dockerfile. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._+@][A-Za-z0-9._+@/-]*");

  /** Everything is packaged, and nothing but a shell is at hand. */
  public BuildContext(ImageReference jdkImage, String jar, Optional<String> libraries) {
    this(jdkImage, new PackagedJars(jar, libraries), Optional.empty(), Optional.empty(), false);
  }

  /** The application's own jar. */
  String jar() {
    return jars.jar();
  }

  /** The directory of the jars that it depends on, if any. */
  Optional<String> libraries() {
    return jars.libraries();
  }

  /** Whether the image has jars beside the application's own. */
  boolean hasLibraries() {
    return jars.libraries().isPresent() || jars.nested().isPresent();
  }

  /** Where everything lies in the image: a jar of the module path keeps its name. */
  ImageFiles files(ImagePlan plan) {
    ImageFiles files = plan.files();
    return files.isOnModulePath()
        ? files.withJar(files.application().resolve(jars.fileName()))
        : files;
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
