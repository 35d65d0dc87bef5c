package dev.parka.runtime.classes;

/** What names of classes and modules may look like (JLS 6.2, 3.8). */
public final class Names {

  private Names() {}

  /** Whether this is one or more Java identifiers with dots between them. */
  public static boolean isQualified(String name) {
    for (String part : name.split("\\.", -1)) {
      if (part.isEmpty()
          || !Character.isJavaIdentifierStart(part.codePointAt(0))
          || !part.codePoints()
              .allMatch(
                  c -> Character.isJavaIdentifierPart(c) && !Character.isIdentifierIgnorable(c))) {
        return false;
      }
    }
    return true;
  }
}
