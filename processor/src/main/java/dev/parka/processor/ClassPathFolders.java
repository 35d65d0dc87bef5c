package dev.parka.processor;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The folders that the class path has. Most names that classes may mean are nowhere, and so are
 * their packages: to ask for each package once, from the outermost on, is to ask for few of the
 * names. A compiler that answers for classes and not for their folders is asked for each name.
 */
final class ClassPathFolders {

  private final Predicate<String> isThere;
  private final Map<String, Boolean> known = new HashMap<>();
  private boolean isTested;
  private boolean isTold;

  /**
   * Begins with nothing known.
   *
   * @param isThere whether the class path has a file or a folder of this name
   */
  ClassPathFolders(Predicate<String> isThere) {
    this.isThere = isThere;
  }

  /** Whether a class may be on the class path, as far as its folder tells. */
  boolean mayHave(String internalName) {
    return !isTold || hasFolderOf(internalName);
  }

  /** Learns from a class that was found whether the compiler tells of folders at all. */
  void found(String internalName) {
    if (!isTested && internalName.indexOf('/') >= 0) {
      isTested = true;
      isTold = hasFolderOf(internalName);
    }
  }

  private boolean hasFolderOf(String name) {
    int slash = name.lastIndexOf('/');
    if (slash < 0) {
      return true;
    }
    String folder = name.substring(0, slash);
    Boolean before = known.get(folder);
    if (before != null) {
      return before;
    }
    boolean has = hasFolderOf(folder) && isThere.test(folder);
    known.put(folder, has);
    return has;
  }
}
