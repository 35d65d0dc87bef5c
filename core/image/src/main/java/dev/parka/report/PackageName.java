package dev.parka.report;

/** How packages are called. */
final class PackageName {

  private static final String META_INF = "META-INF";
  private static final String BOOT_CLASSES = "BOOT-INF/classes/";
  private static final String WEB_CLASSES = "WEB-INF/classes/";

  private PackageName() {}

  /** A package's name, or what stands for none. */
  static String shown(String name) {
    return name.isEmpty() ? "no package" : name;
  }

  /** The package that an entry of a jar belongs to. */
  static String ofEntry(String path) {
    String inside = without(BOOT_CLASSES, without(WEB_CLASSES, path));
    if (inside.startsWith(META_INF + "/")) {
      return META_INF;
    }
    int slash = inside.lastIndexOf('/');
    return shown(slash < 0 ? "" : inside.substring(0, slash).replace('/', '.'));
  }

  private static String without(String prefix, String path) {
    return path.startsWith(prefix) ? path.substring(prefix.length()) : path;
  }
}
