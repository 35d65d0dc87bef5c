package dev.parka.oci;

import dev.parka.runtime.tree.FileTree;
import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;

/**
 * What a layer is made from.
 *
 * @param source its files
 * @param summary what is in it, in a few words for the image's history
 */
public record LayerContent(Source source, String summary) {

  private static final int MOST_NAMES = 12;

  /** Files, read when they are needed. */
  public interface Source {

    /** The files. */
    FileTree files() throws IOException;

    /** What tells them from all other files, if that is known without reading them. */
    default Optional<String> identity() {
      return Optional.empty();
    }
  }

  /** Files that are there. */
  public LayerContent(FileTree files, String summary) {
    this(() -> files, summary);
  }

  /** The files. */
  public FileTree files() throws IOException {
    return source.files();
  }

  /** Files, summed up by names, of which the first dozen are told. */
  public static LayerContent named(FileTree files, Collection<?> names) {
    return named(() -> files, names);
  }

  /** The same with files that are read when they are needed. */
  public static LayerContent named(Source source, Collection<?> names) {
    StringBuilder text = new StringBuilder();
    Iterator<?> some = names.iterator();
    for (int i = 0; i < MOST_NAMES && some.hasNext(); i++) {
      text.append(i == 0 ? "" : ", ").append(some.next());
    }
    if (some.hasNext()) {
      text.append(" and ").append(names.size() - MOST_NAMES).append(" more");
    }
    return new LayerContent(source, text.toString());
  }
}
