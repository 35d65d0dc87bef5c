package dev.parka.verify.boot;

import dev.parka.oci.ArchiveTree;
import dev.parka.oci.LayerReader;
import dev.parka.oci.LayerUnpacker;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.tree.Content;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Writes an image's root file system: file by file as somebody else reads the layers, or else by
 * reading them beside whatever else is done meanwhile.
 */
final class Unpacking implements AutoCloseable {

  private final TemporaryDirectory temporary;
  private final List<Content> layers;
  private Optional<Background<ArchiveTree>> writing = Optional.empty();
  private volatile boolean isStopped;

  private Unpacking(TemporaryDirectory temporary, List<Content> layers) {
    this.temporary = temporary;
    this.layers = layers;
  }

  /** Into a new directory; nothing is written yet. */
  static Unpacking of(StoredImage image) throws CannotStart, IOException {
    return new Unpacking(TemporaryDirectory.create(), image.layers());
  }

  TemporaryDirectory temporary() {
    return temporary;
  }

  /** Where the root file system is written to. */
  Path root() {
    return temporary.path().resolve("root");
  }

  /** Begins to read the layers, if nobody hands them over; returns at once. */
  void begin() {
    List<Content> stoppable = layers.stream().<Content>map(Stoppable::new).toList();
    begin(() -> LayerUnpacker.unpack(stoppable, root(), LayerReader.Limits.DEFAULT));
  }

  /** Begins to write what somebody else hands over, and ends when that ends; returns at once. */
  void begin(HandedFiles handed) {
    begin(() -> handed.write(root()));
  }

  private void begin(Callable<ArchiveTree> work) {
    if (writing.isEmpty()) {
      writing = Optional.of(Background.begin("parka-boot-unpack", work));
    }
  }

  /**
   * Waits for the files.
   *
   * @throws ParkaException if a layer is hostile or damaged
   */
  ArchiveTree tree() throws IOException, InterruptedException {
    begin();
    try {
      return writing.orElseThrow().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ParkaException problem) {
        throw problem;
      }
      throw e.getCause() instanceof IOException failure
          ? failure
          : new IOException("the image could not be unpacked", e);
    }
  }

  /** Writes no more. */
  void stop() {
    isStopped = true;
    writing.ifPresent(Background::awaitEnd);
  }

  /** Removes what was written. */
  @Override
  public void close() throws IOException {
    try (temporary) {
      stop();
    }
  }

  /** A layer that ends when nobody wants it: an interrupted thread would close the whole image. */
  private final class Stoppable implements Content {

    private final Content layer;

    private Stoppable(Content layer) {
      this.layer = layer;
    }

    @Override
    public long size() throws IOException {
      return layer.size();
    }

    @Override
    public InputStream open() throws IOException {
      return new FilterInputStream(layer.open()) {
        @Override
        public int read() throws IOException {
          return isStopped ? -1 : in.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          return isStopped ? -1 : in.read(bytes, offset, length);
        }
      };
    }
  }
}
