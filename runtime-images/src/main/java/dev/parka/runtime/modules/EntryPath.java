package dev.parka.runtime.modules;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a file in a class source, taken apart.
 *
 * @param version the feature version that the file is for in a multi-release jar; 0 for all
 * @param path the path without the folder of that version
 */
record EntryPath(int version, String path) {

  private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/([0-9]{1,4})/(.+)");

  /** Where fat jars keep the classes that a launcher of their own loads. */
  private static final List<String> LAUNCHED = List.of("BOOT-INF/classes/", "WEB-INF/classes/");

  private static final String SERVICES = "META-INF/services/";

  /** The oldest version that multi-release jars know (JEP 238). */
  private static final int FIRST_VERSION = 9;

  /**
   * Takes a path apart; empty for what {@code java} never looks at: versions before 9, and versions
   * of {@code META-INF} itself.
   */
  static Optional<EntryPath> of(String name) {
    if (!name.startsWith("META-INF/versions/")) {
      return Optional.of(new EntryPath(0, name));
    }
    Matcher versioned = VERSIONED.matcher(name);
    if (!versioned.matches() || versioned.group(2).startsWith("META-INF/")) {
      return Optional.empty();
    }
    int version = Integer.parseInt(versioned.group(1));
    return version < FIRST_VERSION
        ? Optional.empty()
        : Optional.of(new EntryPath(version, versioned.group(2)));
  }

  boolean isManifest() {
    return version == 0 && path.equalsIgnoreCase("META-INF/MANIFEST.MF");
  }

  boolean isClassFile() {
    return path.endsWith(".class");
  }

  /** Class files that describe a module name classes, but use none. */
  boolean isModuleInfo() {
    return path.equals("module-info.class") || path.endsWith("/module-info.class");
  }

  boolean isJar() {
    return EntryLimits.isJar(path);
  }

  /** The service whose providers the file lists, if it lists any. */
  Optional<String> service() {
    String inner = inner();
    return version == 0
            && inner.startsWith(SERVICES)
            && inner.length() > SERVICES.length()
            && inner.indexOf('/', SERVICES.length()) < 0
        ? Optional.of(inner.substring(SERVICES.length()))
        : Optional.empty();
  }

  /** The name of the class that should be in this class file. */
  String className() {
    String inner = inner();
    return inner.substring(0, inner.length() - ".class".length()).replace('/', '.');
  }

  private String inner() {
    for (String folder : LAUNCHED) {
      if (path.startsWith(folder)) {
        return path.substring(folder.length());
      }
    }
    return path;
  }
}
