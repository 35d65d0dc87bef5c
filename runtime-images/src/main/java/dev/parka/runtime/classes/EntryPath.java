package dev.parka.runtime.classes;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

  /** Extensions that say what is in a file, so that it need not be opened to see. */
  private static final Set<String> KNOWN =
      Set.of(
          "css",
          "csv",
          "dtd",
          "gif",
          "gz",
          "html",
          "htm",
          "ico",
          "java",
          "jpg",
          "js",
          "json",
          "kt",
          "kotlin_metadata",
          "kotlin_module",
          "md",
          "mf",
          "png",
          "properties",
          "py",
          "rb",
          "rsa",
          "sf",
          "sql",
          "svg",
          "ttf",
          "txt",
          "xml",
          "xsd",
          "xsl",
          "yaml",
          "yml");

  private static final String CLASS = ".class";
  private static final String SERVICES = "META-INF/services/";

  /** The oldest version that multi-release jars know (JEP 238). */
  private static final int FIRST_VERSION = 9;

  /**
   * Takes a path apart; null for what {@code java} never looks at: versions before 9, and versions
   * of {@code META-INF} itself.
   */
  static @Nullable EntryPath of(String name) {
    if (!name.startsWith("META-INF/versions/")) {
      return new EntryPath(0, name);
    }
    Matcher versioned = VERSIONED.matcher(name);
    if (!versioned.matches() || versioned.group(2).startsWith("META-INF/")) {
      return null;
    }
    int version = Integer.parseInt(versioned.group(1));
    return version < FIRST_VERSION ? null : new EntryPath(version, versioned.group(2));
  }

  static boolean isManifest(String name) {
    return name.equalsIgnoreCase("META-INF/MANIFEST.MF");
  }

  /** Whether the name alone says that it is no class file. */
  static boolean isKnownToBeNoClass(String name) {
    return KNOWN.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
  }

  boolean isClassFile() {
    return path.endsWith(CLASS);
  }

  /** Class files that describe a module name classes, but use none. */
  boolean isModuleInfo() {
    return path.endsWith("module-info.class")
        && (path.length() == "module-info.class".length()
            || path.charAt(path.length() - "module-info.class".length() - 1) == '/');
  }

  boolean isJar() {
    return EntryLimits.isJar(path);
  }

  /** The service whose providers the file lists; null if it lists none. */
  @Nullable String service() {
    String inner = inner();
    return version == 0
            && inner.startsWith(SERVICES)
            && inner.length() > SERVICES.length()
            && inner.indexOf('/', SERVICES.length()) < 0
        ? inner.substring(SERVICES.length())
        : null;
  }

  /** The internal name of the class that should be in this class file. */
  String className() {
    String inner = inner();
    return inner.substring(0, inner.length() - CLASS.length());
  }

  private String inner() {
    return launched(path);
  }

  /** A path as the class loader of a fat jar has it, without the folder of its classes. */
  static String launched(String path) {
    for (String folder : LAUNCHED) {
      if (path.startsWith(folder)) {
        return path.substring(folder.length());
      }
    }
    return path;
  }
}
