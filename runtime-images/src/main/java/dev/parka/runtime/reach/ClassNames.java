package dev.parka.runtime.reach;

import org.jspecify.annotations.Nullable;

/** Text that could be the name of a class. */
public final class ClassNames {

  /** Longer text is not looked at; class names are shorter. */
  static final int LONGEST = 200;

  private ClassNames() {}

  /**
   * The internal name that a text such as {@code com.acme.App}, {@code com/acme/App}, {@code
   * com/acme/App.class} or {@code Lcom/acme/App;} stands for; null if it can be none.
   */
  public static @Nullable String internal(String text) {
    if (text.indexOf('.') < 0 && text.indexOf('/') < 0) {
      return null;
    }
    String name = text;
    if (name.endsWith(".class")) {
      name = name.substring(0, name.length() - ".class".length());
    }
    if (name.startsWith("L") && name.endsWith(";")) {
      name = name.substring(1, name.length() - 1);
    }
    if (name.startsWith("/")) {
      name = name.substring(1);
    }
    int parts = 0;
    char separator = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '.' || c == '/') {
        if ((separator != 0 && c != separator) || i == 0 || i == name.length() - 1) {
          return null;
        }
        separator = c;
        parts++;
      } else if (!Character.isJavaIdentifierPart(c)) {
        return null;
      }
    }
    return parts == 0 ? null : name.replace('.', '/');
  }
}
