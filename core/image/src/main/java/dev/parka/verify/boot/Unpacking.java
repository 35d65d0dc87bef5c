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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;

/** Writes an image's root file system, beside whatever else is done meanwhile. */
final class Unpacking implements AutoCloseable {

  private final TemporaryDirectory temporary;
  private final List<Content> layers;
  private Optional<FutureTask<ArchiveTree>> task = Optional.empty();
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

  /**
   * Begins; returns at once.
   *
   * @param before what else is to be done beside the rest, and first
   */
  void begin(Consumer<TemporaryDirectory> before) {
    if (task.isEmpty()) {
      List<Content> stoppable = layers.stream().<Content>map(Stoppable::new).toList();
      FutureTask<ArchiveTree> unpack =
          new FutureTask<>(
              () -> {
                before.accept(temporary);
                return LayerUnpacker.unpack(stoppable, root(), LayerReader.Limits.DEFAULT);
              });
      Thread thread = new Thread(unpack, "parka-boot-unpack");
      thread.setDaemon(true);
      thread.start();
      task = Optional.of(unpack);
    }
  }

  /**
   * The files, once all are there.
   *
   * @throws ParkaException if a layer is hostile or damaged
   */
  ArchiveTree tree() throws IOException, InterruptedException {
    begin(directory -> {});
    try {
      return task.orElseThrow().get();
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
    boolean isInterrupted = false;
    while (task.isPresent() && !task.get().isDone()) {
      try {
        task.get().get();
      } catch (InterruptedException e) {
        isInterrupted = true;
      } catch (ExecutionException e) {
        // What was not whole is wanted no more.
        break;
      }
    }
    if (isInterrupted) {
      Thread.currentThread().interrupt();
    }
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
