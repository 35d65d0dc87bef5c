package dev.parka.verify.boot;

import dev.parka.oci.ArchiveConfig;
import dev.parka.oci.ArchiveDescriptor;
import dev.parka.oci.ArchiveManifest;
import dev.parka.oci.ImageArchive;
import dev.parka.runtime.tree.Content;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * An image as it is stored; readable as long as the archive that it is of is open.
 *
 * @param config how it is run
 * @param document the bytes that say so
 * @param layers the stored layers, the lowest first
 */
public record StoredImage(ArchiveConfig config, Content document, List<Content> layers) {

  /** Copies the list. */
  public StoredImage {
    layers = List.copyOf(layers);
  }

  /**
   * The image of a layout.
   *
   * @param platform which one, where there are several; by default the first
   * @throws dev.parka.runtime.ParkaException if there is none, or a document is damaged
   */
  public static StoredImage of(ImageArchive archive, Optional<Platform> platform)
      throws IOException {
    return of(archive, archive.image(platform));
  }

  /** The same of one that was found before. */
  public static StoredImage of(ImageArchive archive, ArchiveDescriptor image) throws IOException {
    ArchiveManifest manifest = archive.manifest(image);
    return new StoredImage(
        archive.config(manifest),
        archive.blobOf(manifest.config()),
        manifest.layers().stream().map(archive::blobOf).toList());
  }

  /** The TCP ports that its configuration says it listens to. */
  public NavigableSet<Integer> ports() {
    NavigableSet<Integer> ports = new TreeSet<>();
    ProbeChoice.ports(config.container()).forEach(ports::add);
    return ports;
  }
}
