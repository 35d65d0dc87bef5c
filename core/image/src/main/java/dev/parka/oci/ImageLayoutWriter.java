package dev.parka.oci;

import dev.parka.plan.ImageConfig;
import dev.parka.runtime.cache.UserCache;
import dev.parka.spec.ImageReference;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes an image as an OCI image layout, layer by layer. */
public final class ImageLayoutWriter implements AutoCloseable {

  private final Path layout;
  private final Platform platform;
  private final LayerFormat format;
  private final BlobStore blobs;
  private final LayerWriter writer;
  private final SortedMap<String, String> annotations = new TreeMap<>();

  /**
   * A writer of one image.
   *
   * @param layout an empty directory
   * @param platform where the image runs
   * @param format how layers are written; its time is the image's as well
   */
  public ImageLayoutWriter(Path layout, Platform platform, LayerFormat format) {
    this(layout, platform, format, Optional.empty(), LayerProgress.SILENT);
  }

  /**
   * A writer that takes layers from a cache, and keeps them there.
   *
   * @param cache where layers lie that were made before
   * @param progress who is told how much of a new layer was read
   */
  public ImageLayoutWriter(
      Path layout,
      Platform platform,
      LayerFormat format,
      Optional<UserCache> cache,
      LayerProgress progress) {
    this.layout = layout;
    this.platform = platform;
    this.format = format;
    this.blobs = new BlobStore(layout);
    this.writer = new LayerWriter(blobs, format, cache.map(LayerCache::new), progress);
  }

  /**
   * Looks, beside what else is done, for a layer that was made before and is known without its
   * files; {@link #write} is then given the same.
   */
  public void lookFor(Layer.Kind kind, LayerContent content) {
    writer.lookFor(kind, content);
  }

  /** Has the manifest say this as well, whatever it says otherwise. */
  public void annotate(Map<String, String> more) {
    annotations.putAll(more);
  }

  /**
   * Writes layers, configuration, manifest and index.
   *
   * @param layers what each layer holds; kinds in their own order
   * @throws IOException if something cannot be read or written
   */
  public OciImage write(
      ImageReference reference, ImageConfig config, SortedMap<Layer.Kind, LayerContent> layers)
      throws IOException {
    return write(reference, config, layers, Optional.empty());
  }

  /**
   * The same on top of another image, whose layers lie below and whose configuration is inherited.
   */
  public OciImage write(
      ImageReference reference,
      ImageConfig config,
      SortedMap<Layer.Kind, LayerContent> layers,
      Optional<BaseLayers> base)
      throws IOException {
    List<Layer> written = new ArrayList<>();
    if (base.isPresent()) {
      base.get().copy(blobs);
      written.addAll(base.get().layers());
    }
    for (var layer : layers.entrySet()) {
      written.add(writer.write(layer.getKey(), layer.getValue()));
    }
    byte[] configBytes = ImageDocuments.config(config, platform, written, format.time(), base);
    Descriptor configBlob = blobs.store(MediaTypes.CONFIG, configBytes);
    SortedMap<String, String> said =
        ManifestAnnotations.of(reference, config, format.time(), base.map(BaseLayers::origin));
    said.putAll(annotations);
    byte[] manifestBytes = ImageDocuments.manifest(configBlob, written, said);
    Descriptor manifest = blobs.store(MediaTypes.MANIFEST, manifestBytes);
    Files.write(layout.resolve("index.json"), ImageDocuments.index(manifest, platform, reference));
    Files.write(layout.resolve("oci-layout"), ImageDocuments.layout());
    return new OciImage(layout, reference, platform, said, manifest, configBlob, written);
  }

  /** Waits until nothing is written to the layout any more. */
  @Override
  public void close() {
    writer.await();
  }
}
