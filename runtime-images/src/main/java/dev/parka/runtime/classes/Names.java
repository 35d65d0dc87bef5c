package dev.parka.runtime.classes;

/** What names of classes and modules may look like (JLS 6.2, 3.8). */
public final class Names {

  private Names() {}

  /** Whether this is one or more Java identifiers with dots between them. */
  public static boolean isQualified(String name) {
    boolean isBegin = true;
    for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
      int c = name.codePointAt(i);
      if (isBegin ? !Character.isJavaIdentifierStart(c) : c != '.' && !isPart(c)) {
        return false;
      }
      isBegin = c == '.';
    }
    return !isBegin;
  }

  private static boolean isPart(int c) {
    return Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }
}
