package dev.parka.verify.compare;

import dev.parka.oci.ArchiveDescriptor;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.Digest;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an image holds, merged from its layers.
 *
 * @param manifest the digest of the manifest, which is the image's
 * @param settings every value of the configuration by its path, such as {@code config.User}, and
 *     every annotation of the manifest, {@code annotations.org.opencontainers.image.created}
 * @param layers the layers as the manifest has them, the lowest first
 * @param files every file but the root directory
 * @param modules the JDK modules of its run-time image, as the {@code release} file says
 * @param packages the versions of its packages, by name
 */
public record ImageContents(
    Digest manifest,
    SortedMap<String, String> settings,
    List<ArchiveDescriptor> layers,
    NavigableMap<ImagePath, FileContents> files,
    SortedSet<String> modules,
    SortedMap<String, String> packages) {

  /** Copies the collections. */
  public ImageContents {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    layers = List.copyOf(layers);
    files = Collections.unmodifiableNavigableMap(new TreeMap<>(files));
    modules = Collections.unmodifiableSortedSet(new TreeSet<>(modules));
    packages = Collections.unmodifiableSortedMap(new TreeMap<>(packages));
  }

  /**
   * Reads the image of an OCI image layout.
   *
   * @param image a directory or a tar
   * @param platform which one, where there are several; by default the first
   * @throws dev.parka.runtime.ParkaException if there is none, or a layer is damaged or hostile
   */
  public static ImageContents read(Path image, Optional<Platform> platform) throws IOException {
    return new ContentsReader().read(image, platform);
  }

  /** The stored bytes of all layers. */
  public long storedSize() {
    return layers.stream().mapToLong(ArchiveDescriptor::size).sum();
  }

  /** The bytes of all regular files. */
  public long unpackedSize() {
    return files.values().stream().mapToLong(FileContents::size).sum();
  }
}
