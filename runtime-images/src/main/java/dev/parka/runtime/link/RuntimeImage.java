package dev.parka.runtime.link;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What jlink wrote.
 *
 * @param home the directory that holds {@code bin} and {@code lib}
 * @param jdk the JDK that it was linked from
 * @param modules the module graph: the roots and what they require
 * @param saved the bytes that each thing which was left out would take up in a tar
 */
public record RuntimeImage(
    Path home, Jdk jdk, SortedSet<ModuleName> modules, SortedMap<StripKind, Long> saved) {

  /** Copies the collections. */
  public RuntimeImage {
    modules = Collections.unmodifiableSortedSet(new TreeSet<>(modules));
    saved = Collections.unmodifiableSortedMap(new TreeMap<>(saved));
  }

  /** An image of which nobody knows what was left out. */
  public RuntimeImage(Path home, Jdk jdk, SortedSet<ModuleName> modules) {
    this(home, jdk, modules, new TreeMap<>());
  }

  /** Its files as an image holds them below {@code at}, with normal modes. */
  public FileTree files(ImagePath at) throws IOException {
    return FileTree.read(home, at);
  }
}
