package dev.parka.runtime.classes;

import java.util.Comparator;

/**
 * A file in a class source.
 *
 * @param name its path, such as {@code com/acme/App.class}
 * @param size its bytes, as the source says
 * @param at where the source that listed it finds it again, if that is a number
 */
public record SourceFile(String name, long size, long at) {

  /** Compares the names: a class of its own, as a lambda expression takes longer to be made. */
  static final class ByName implements Comparator<SourceFile> {
    @Override
    public int compare(SourceFile a, SourceFile b) {
      return a.name.compareTo(b.name);
    }
  }

  /** Its path as the class loader of a fat jar has it, without the folder of its classes. */
  public String launchedPath() {
    return EntryPath.launched(name);
  }

  /** A file that its source finds by its name. */
  public SourceFile(String name, long size) {
    this(name, size, -1);
  }
}
