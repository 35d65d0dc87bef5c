package dev.parka.dockerfile;

import java.util.Optional;

/**
 * The application's jars in a build context, or where a build puts them.
 *
 * @param jar the application's own jar, such as {@code target/petstore.jar}
 * @param libraries the directory that holds the jars it depends on, if any
 * @param nested where the jar has classes and other jars, if it is taken apart
 */
public record PackagedJars(String jar, Optional<String> libraries, Optional<NestedFolders> nested) {

  /**
   * Checks the paths.
   *
   * @throws dev.parka.runtime.ParkaException [BadPath] if one is absolute, leads out of the
   *     context, or has a character that would need quoting
   */
  public PackagedJars {
    jar = BuildContext.relative(jar);
    libraries = libraries.map(BuildContext::relative);
  }

  /** Jars that are taken as they are. */
  public PackagedJars(String jar, Optional<String> libraries) {
    this(jar, libraries, Optional.empty());
  }

  /** The file name of the application's own jar. */
  String fileName() {
    String name = jar.substring(jar.lastIndexOf('/') + 1);
    return name.endsWith(".jar") ? name : name + ".jar";
  }
}
