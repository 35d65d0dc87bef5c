package dev.parka.runtime.classes;

/**
 * A file in a class source.
 *
 * @param name its path, such as {@code com/acme/App.class}
 * @param size its bytes, as the source says
 * @param at where the source that listed it finds it again, if that is a number
 */
public record SourceFile(String name, long size, long at) {

  /** A file that its source finds by its name. */
  public SourceFile(String name, long size) {
    this(name, size, -1);
  }
}
