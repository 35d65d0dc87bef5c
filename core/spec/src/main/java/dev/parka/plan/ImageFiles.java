package dev.parka.plan;

import static java.util.stream.Collectors.joining;

import dev.parka.annotations.Startup;
import dev.parka.runtime.startup.DumpFlags;
import dev.parka.runtime.tree.ImagePath;
import java.util.List;

/**
 * Where everything lies in an image.
 *
 * @param runtimeHome the run-time image
 * @param application the directory of the application's own files
 * @param jar the application's own classes and resources
 * @param libraries the directory of the jars that it depends on
 * @param classPathFile an argument file of the java command that holds the class path, and the
 *     module path if there is one: so the entrypoint is the same whatever the jars are called
 */
public record ImageFiles(
    ImagePath runtimeHome,
    ImagePath application,
    ImagePath jar,
    ImagePath libraries,
    ImagePath classPathFile) {

  private static final ImagePath RUNTIME_HOME = new ImagePath("/opt/java");
  private static final ImagePath APPLICATION = new ImagePath("/app");
  private static final String MODULE_PATH = "module-path";

  /** The usual places, with the jar named after the image. */
  public static ImageFiles named(String name) {
    return new ImageFiles(
        RUNTIME_HOME,
        APPLICATION,
        APPLICATION.resolve(name + ".jar"),
        APPLICATION.resolve("lib"),
        APPLICATION.resolve("class-path"));
  }

  /** The java launcher. */
  public ImagePath java() {
    return runtimeHome.resolve("bin/java");
  }

  /**
   * The start-up archive; the JVM's default one lies where the JVM looks for it by itself.
   *
   * @param flags of the java command: references of eight bytes need another default archive
   */
  public ImagePath startupArchive(Startup startup, List<String> flags) {
    return switch (startup) {
      case CDS -> runtimeHome.resolve("lib/server/" + DumpFlags.defaultArchiveName(flags));
      case APP_CDS -> application.resolve("startup.jsa");
      case AOT_CACHE -> application.resolve("startup.aot");
      case NONE -> throw new IllegalArgumentException("no start-up archive is wanted");
    };
  }

  /** The same where the file beside the jar holds a module path. */
  public ImageFiles onModulePath() {
    return new ImageFiles(
        runtimeHome, application, jar, libraries, application.resolve(MODULE_PATH));
  }

  /** Whether the file beside the jar holds a module path. */
  public boolean isOnModulePath() {
    return classPathFile.fileName().equals(MODULE_PATH);
  }

  /** The same with the application's own jar elsewhere. */
  public ImageFiles withJar(ImagePath other) {
    return new ImageFiles(runtimeHome, application, other, libraries, classPathFile);
  }

  /**
   * What the class path file holds.
   *
   * @param classPath the jars, in class path order
   */
  public static String classPathFileContent(List<ImagePath> classPath) {
    return option("-cp", classPath);
  }

  /**
   * The same where there are modules.
   *
   * @param modulePath the modules, in module path order
   * @param classPath the jars of the class path, which may be none
   */
  public static String modulePathFileContent(
      List<ImagePath> modulePath, List<ImagePath> classPath) {
    String modules = option("-p", modulePath);
    return classPath.isEmpty() ? modules : modules + option("-cp", classPath);
  }

  private static String option(String name, List<ImagePath> paths) {
    return paths.stream().map(ImagePath::value).collect(joining(":", name + "\n\"", "\"\n"));
  }
}
