package dev.parka.image;

import dev.parka.oci.LayerContent;
import dev.parka.plan.ImageFiles;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.link.RuntimeImage;
import dev.parka.runtime.tree.FileTree;
import java.io.IOException;
import java.util.Optional;

/**
 * The files of a run-time image, which need not be read where its key says all of them.
 *
 * @param runtime the run-time image
 * @param places where things are in the image
 */
record RuntimeFiles(RuntimeImage runtime, ImageFiles places) implements LayerContent.Source {

  @Override
  public FileTree files() throws IOException {
    return runtime.files(places.runtimeHome());
  }

  @Override
  public Optional<String> identity() {
    return runtime.accounts().map(known -> identity(known.key(), places));
  }

  private static String identity(Digest key, ImageFiles places) {
    return "linked image " + key + " at " + places.runtimeHome();
  }

  /** The layer of the run-time image of this key, which need not be here. */
  static LayerContent named(Digest key, ImageFiles places) {
    return new LayerContent(
        new LayerContent.Source() {
          @Override
          public FileTree files() {
            throw new IllegalStateException("only named, not here");
          }

          @Override
          public Optional<String> identity() {
            return Optional.of(RuntimeFiles.identity(key, places));
          }
        },
        "modules");
  }
}
