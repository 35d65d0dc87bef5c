package dev.parka.report;

import dev.parka.runtime.modules.ModuleGraph;
import dev.parka.spec.Digest;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What an image is made of, read from its bytes.
 *
 * @param name what it is called, such as {@code petstore:latest}
 * @param manifest the digest of the manifest, which is the image's
 * @param settings what its configuration says, by path, such as {@code config.User}
 * @param layers the layers, the lowest first
 * @param modules the modules of its run-time image
 */
public record Anatomy(
    String name,
    Digest manifest,
    SortedMap<String, String> settings,
    List<WeighedLayer> layers,
    ModuleGraph modules) {

  /** Copies the collections. */
  public Anatomy {
    settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    layers = List.copyOf(layers);
  }

  /**
   * A layer.
   *
   * @param digest the digest of the bytes as stored
   * @param madeBy what the history says of it; empty text if it says nothing
   * @param weight what it weighs
   */
  public record WeighedLayer(Digest digest, String madeBy, Weight weight) {

    /** The same under another name. */
    WeighedLayer called(String name) {
      return new WeighedLayer(digest, madeBy, weight.called(name));
    }
  }

  /**
   * Reads the image of an OCI image layout.
   *
   * @param image a directory or a tar
   * @param platform which one, where there are several; by default the first
   * @throws dev.parka.runtime.ParkaException if there is none, or a layer is damaged or hostile
   */
  public static Anatomy read(Path image, Optional<Platform> platform) throws IOException {
    return AnatomyReader.read(image, platform);
  }

  /**
   * The same as whoever built it calls it.
   *
   * @param newName the image's name
   * @param layerNames the layers' names, the lowest first
   */
  public Anatomy called(String newName, List<String> layerNames) {
    List<WeighedLayer> named = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      named.add(layers.get(i).called(layerNames.get(i)));
    }
    return new Anatomy(newName, manifest, settings, named, modules);
  }

  /** Where it runs, such as {@code linux/amd64}. */
  public String platform() {
    return settings.getOrDefault("os", "unknown")
        + "/"
        + settings.getOrDefault("architecture", "unknown");
  }

  /** The stored bytes of all layers. */
  public long storedSize() {
    return layers.stream().mapToLong(layer -> layer.weight().stored()).sum();
  }

  /** The bytes of all files in all layers. */
  public long unpackedSize() {
    return layers.stream().mapToLong(layer -> layer.weight().unpacked()).sum();
  }
}
