package dev.parka.runtime.lean;

/**
 * A pattern for internal names, and for a method.
 *
 * @param begin what the name begins with
 * @param end what it ends with, if it has a wildcard
 * @param method the method, or nothing for all
 * @param isLiteral whether there is nothing between
 */
record NamePattern(String begin, String end, String method, boolean isLiteral) {

  static NamePattern of(String text) {
    int star = text.indexOf('*');
    if (star >= 0) {
      return new NamePattern(text.substring(0, star), text.substring(star + 1), "", false);
    }
    int slash = text.lastIndexOf('/');
    int dot = text.indexOf('.', slash + 1);
    // A file has its dot in its name, too; only of a cut is what follows a method.
    return dot < 0
        ? new NamePattern(text, "", "", true)
        : new NamePattern(text.substring(0, dot), "", text.substring(dot + 1), true);
  }

  boolean isEmpty() {
    return begin.isEmpty() && isLiteral;
  }

  /** Whether it means a class, or a method of it. */
  boolean isAbout(String name) {
    return isLiteral
        ? name.equals(begin)
        : name.length() >= begin.length() + end.length()
            && name.startsWith(begin)
            && name.endsWith(end);
  }

  boolean matches(String name, String wanted) {
    return isAbout(name) && (method.isEmpty() || method.equals(wanted));
  }

  /** Whether it means a file by its whole path. */
  boolean isFile(String path) {
    return isLiteral ? path.equals(method.isEmpty() ? begin : begin + "." + method) : isAbout(path);
  }
}
