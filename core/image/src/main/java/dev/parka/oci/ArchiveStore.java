package dev.parka.oci;

import dev.parka.runtime.tree.Content;
import java.io.IOException;
import java.util.Optional;
import java.util.SortedSet;

/** The plain files of an image layout, by their names in it, such as {@code index.json}. */
interface ArchiveStore extends AutoCloseable {

  /** A regular file; empty if there is none of this name. */
  Optional<Content> file(String name);

  /** The names of all files below {@code blobs/}, whatever they are. */
  SortedSet<String> blobNames() throws IOException;

  @Override
  void close() throws IOException;
}
