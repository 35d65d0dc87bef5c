package dev.parka.dockerfile;

import dev.parka.lock.ImageLock;
import dev.parka.plan.ImagePlan;
import dev.parka.runtime.ParkaException;
import dev.parka.spec.ImageReference;
import java.util.Optional;

/**
 * What the user says of a build context; what is left out is as it usually is.
 *
 * @param images which images the stages stand on
 * @param files where the jars are
 * @param project how they come about
 * @param tool Parka's own command line, for what a shell cannot do
 * @param caCertificates whether the image has CA certificates for what is not Java
 */
public record ContextWishes(
    Images images,
    JarFiles files,
    Project project,
    Optional<ToolJar> tool,
    boolean caCertificates) {

  /** Nothing is said. */
  public static final ContextWishes NONE =
      new ContextWishes(
          new Images(Optional.empty(), Optional.empty(), ImageLock.EMPTY),
          new JarFiles(Optional.empty(), Optional.empty(), Optional.empty()),
          Project.PACKAGED,
          Optional.empty(),
          false);

  /**
   * Which images the stages stand on.
   *
   * @param jdk the image whose JDK links; by default one of the image's Java version
   * @param build the image that builds the jar; by default the JDK's for a wrapper, and one that
   *     has the tool otherwise
   * @param lock pins all of them
   */
  public record Images(
      Optional<ImageReference> jdk, Optional<ImageReference> build, ImageLock lock) {}

  /**
   * Where the jars are in the build context, or where the build puts them.
   *
   * @param jar the application's jar; by default named after the image, where its tool puts jars
   * @param libraries the directory of the jars it depends on; by default a usual one where there
   *     are any, and none if it is empty
   * @param nested where the jar has classes and other jars, if it is taken apart
   */
  public record JarFiles(
      Optional<String> jar, Optional<String> libraries, Optional<NestedFolders> nested) {}

  /**
   * How the jars come about.
   *
   * @param tool what builds them
   * @param files what says on what the project depends
   * @param module the directory of the application's module, if the project has several
   * @param cacheMounts whether builds share what they fetch, which the classic builder cannot
   */
  public record Project(
      BuildTool tool, ProjectFiles files, Optional<String> module, boolean cacheMounts) {

    /** They are there. */
    public static final Project PACKAGED =
        new Project(BuildTool.NONE, ProjectFiles.NONE, Optional.empty(), false);
  }

  /** The same for an executable jar, if it is one. */
  public ContextWishes takingApart(Optional<NestedFolders> folders) {
    return folders.isEmpty()
        ? this
        : new ContextWishes(
            images,
            new JarFiles(files.jar, files.libraries, folders),
            project,
            tool,
            caCertificates);
  }

  /**
   * The build context of a plan.
   *
   * @param hasDependencies whether the application needs more than its own classes
   * @throws ParkaException as the constructors of a context and its parts do
   */
  public BuildContext of(ImagePlan plan, boolean hasDependencies) {
    int version = plan.runtime().javaVersion();
    ImageReference jdk = images.jdk.orElseGet(() -> BuildContext.defaultJdkImage(version));
    Optional<String> usual =
        Optional.of(ProjectBuild.within(project.module, project.tool.libraries()))
            .filter(any -> hasDependencies);
    String jar = project.tool.jars() + "/" + plan.reference().shortName() + ".jar";
    return new BuildContext(
        images.lock.pinned(jdk),
        new PackagedJars(
            files.jar.orElseGet(() -> ProjectBuild.within(project.module, jar)),
            files.libraries.or(() -> usual).filter(path -> !path.isEmpty()),
            files.nested),
        build(jdk, version),
        tool,
        caCertificates);
  }

  private Optional<ProjectBuild> build(ImageReference jdk, int version) {
    if (project.tool == BuildTool.NONE) {
      return Optional.empty();
    }
    ImageReference image =
        images.build.orElseGet(
            () ->
                switch (project.tool) {
                  case MAVEN -> ImageReference.of("maven", "3-eclipse-temurin-" + version);
                  case GRADLE -> ImageReference.of("gradle", "jdk" + version);
                  default -> jdk;
                });
    return Optional.of(
        new ProjectBuild(
            project.tool,
            images.lock.pinned(image),
            project.module,
            project.files,
            project.cacheMounts));
  }
}
