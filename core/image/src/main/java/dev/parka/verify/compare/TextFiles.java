package dev.parka.verify.compare;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files that say which modules and packages an image has. */
final class TextFiles {

  /** A list of all packages of a distribution has some megabytes at most. */
  static final int MOST_BYTES = 16 << 20;

  private static final Pattern DPKG = Pattern.compile("/var/lib/dpkg/(status|status\\.d/[^/]+)");
  private static final String APK = "/lib/apk/db/installed";
  private static final String RELEASE = "/release";
  private static final Pattern MODULES = Pattern.compile("(?m)^MODULES=\"([^\"]*)\"");
  private static final Pattern DPKG_PACKAGE =
      Pattern.compile("(?m)^Package: (\\S+)$|^Version: (\\S+)$");
  private static final Pattern APK_PACKAGE = Pattern.compile("(?m)^P:(\\S+)$|^V:(\\S+)$");

  private TextFiles() {}

  static boolean isOne(String path) {
    return path.endsWith(RELEASE) || path.equals(APK) || DPKG.matcher(path).matches();
  }

  static SortedSet<String> modules(Map<String, String> texts) {
    SortedSet<String> modules = new TreeSet<>();
    texts.forEach(
        (path, text) -> {
          Matcher line = MODULES.matcher(text);
          if (path.endsWith(RELEASE) && line.find() && !line.group(1).isBlank()) {
            modules.addAll(List.of(line.group(1).strip().split(" +", -1)));
          }
        });
    return modules;
  }

  static SortedMap<String, String> packages(Map<String, String> texts) {
    SortedMap<String, String> packages = new TreeMap<>();
    texts.forEach(
        (path, text) -> {
          if (path.equals(APK)) {
            pairs(APK_PACKAGE, text, packages);
          } else if (DPKG.matcher(path).matches()) {
            pairs(DPKG_PACKAGE, text, packages);
          }
        });
    return packages;
  }

  /** A stanza has its name before its version. */
  private static void pairs(Pattern pattern, String text, SortedMap<String, String> packages) {
    Matcher line = pattern.matcher(text);
    String name = "";
    while (line.find()) {
      if (line.group(1) != null) {
        name = line.group(1);
      } else if (!name.isEmpty()) {
        packages.put(name, line.group(2));
        name = "";
      }
    }
  }
}
