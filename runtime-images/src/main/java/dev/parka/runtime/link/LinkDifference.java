package dev.parka.runtime.link;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Compares two run-time images that should be the same. */
final class LinkDifference {

  private LinkDifference() {}

  /**
   * Passes silently if every file of one is in the other, with the same mode and the same bytes.
   *
   * @throws ParkaException [UnstableLink] with the paths of all others
   */
  static void requireNone(RuntimeImage first, RuntimeImage second) throws IOException {
    FileTree ones = first.files(ImagePath.ROOT);
    FileTree others = second.files(ImagePath.ROOT);
    SortedSet<ImagePath> different = new TreeSet<>();
    for (FileEntry other : others.entries()) {
      if (ones.find(other.path()).isEmpty()) {
        different.add(other.path());
      }
    }
    for (FileEntry one : ones.entries()) {
      Optional<FileEntry> other = others.find(one.path());
      if (other.isEmpty() || !same(first, one, second, other.get())) {
        different.add(one.path());
      }
    }
    if (!different.isEmpty()) {
      throw new ParkaException(
          RuntimeProblem.UNSTABLE_LINK,
          "linking twice from " + first.jdk().home() + " gave two versions of " + different,
          "report the JDK's version and the modules: there is no recipe for this JDK yet");
    }
  }

  private static boolean same(
      RuntimeImage first, FileEntry one, RuntimeImage second, FileEntry other) throws IOException {
    if (one instanceof FileEntry.RegularFile a && other instanceof FileEntry.RegularFile b) {
      String path = one.path().relative();
      return a.mode() == b.mode()
          && Files.mismatch(first.home().resolve(path), second.home().resolve(path)) < 0;
    }
    return one.equals(other);
  }
}
