package dev.parka.oci;

import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.FileDigests;
import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * What tells files from all others: everything of them that a layer holds.
 *
 * @param digests those that are remembered of this machine's files
 */
record TreeIdentity(FileDigests digests) {

  Digest of(FileTree files) throws IOException {
    Digest.Parts parts = Digest.parts();
    for (FileEntry entry : files.entries()) {
      parts.add(entry.path());
      if (entry instanceof FileEntry.Directory directory) {
        parts.add("directory").add(directory.mode()).add(directory.owner());
      } else if (entry instanceof FileEntry.SymbolicLink link) {
        parts.add("link").add(link.target());
      } else if (entry instanceof FileEntry.RegularFile file) {
        parts.add("file").add(file.mode());
        add(parts, file.content());
      }
    }
    return parts.digest();
  }

  private void add(Digest.Parts parts, Content content) throws IOException {
    Optional<Content.Origin> origin = content.origin();
    if (origin.isPresent()) {
      parts.add(origin.get().how()).add(digests.of(origin.get().file()));
    } else {
      try (InputStream in = content.open()) {
        parts.add("").add(Digest.of(in.readAllBytes()));
      }
    }
  }
}
