package dev.parka.dockerfile;

/**
 * Where an executable jar, which has other jars inside, has what a launcher of its own starts.
 *
 * @param classes the folder of the classes, such as {@code BOOT-INF/classes}
 * @param libraries the folder of the jars, such as {@code BOOT-INF/lib}
 */
public record NestedFolders(String classes, String libraries) {

  /** Those of Spring Boot. */
  public static final NestedFolders USUAL = new NestedFolders("BOOT-INF/classes", "BOOT-INF/lib");

  /**
   * Checks the paths.
   *
   * @throws dev.parka.runtime.ParkaException [BadPath] if one is absolute, leads out of the jar, or
   *     has a character that would need quoting
   */
  public NestedFolders {
    classes = BuildContext.relative(classes);
    libraries = BuildContext.relative(libraries);
  }
}
