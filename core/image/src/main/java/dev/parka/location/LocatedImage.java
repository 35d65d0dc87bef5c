package dev.parka.location;

import dev.parka.runtime.tree.Removal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An image that is at hand as an OCI image layout until this is closed.
 *
 * @param layout the layout, a directory or a tar file
 * @param note what its digests do not prove, if this is not the layout that the image came in
 * @param temporary what goes when this is closed, if anything was made for it
 */
public record LocatedImage(Path layout, Optional<String> note, Optional<Path> temporary)
    implements AutoCloseable {

  static LocatedImage asItIs(Path layout) {
    return new LocatedImage(layout, Optional.empty(), Optional.empty());
  }

  @Override
  public void close() throws IOException {
    if (temporary.isPresent()) {
      Removal.of(temporary.get());
    }
  }
}
