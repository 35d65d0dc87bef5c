package dev.parka.oci;

import dev.parka.runtime.tree.FileTree;
import java.util.Collection;
import java.util.Iterator;

/**
 * What a layer is made from.
 *
 * @param files its files
 * @param summary what is in it, in a few words for the image's history
 */
public record LayerContent(FileTree files, String summary) {

  private static final int MOST_NAMES = 12;

  /** Files, summed up by names, of which the first dozen are told. */
  public static LayerContent named(FileTree files, Collection<?> names) {
    StringBuilder text = new StringBuilder();
    Iterator<?> some = names.iterator();
    for (int i = 0; i < MOST_NAMES && some.hasNext(); i++) {
      text.append(i == 0 ? "" : ", ").append(some.next());
    }
    if (some.hasNext()) {
      text.append(" and ").append(names.size() - MOST_NAMES).append(" more");
    }
    return new LayerContent(files, text.toString());
  }
}
