package dev.parka.oci;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The image that another stands on: its layers, which are taken as they are, and what it says. */
public final class BaseLayers {

  private static final String DOCKER_LAYER = "application/vnd.docker.image.rootfs.diff.tar";
  private static final String OCI_LAYER = "application/vnd.oci.image.layer.v1.tar";

  private final Origin origin;
  private final ArchiveConfig.Container container;
  private final List<JsonObject.Written> history;
  private final List<Layer> layers;
  private final ArchiveTree tree;
  private final Path layout;

  private BaseLayers(
      Origin origin,
      ArchiveConfig.Container container,
      List<JsonObject.Written> history,
      List<Layer> layers,
      ArchiveTree tree,
      Path layout) {
    this.origin = origin;
    this.container = container;
    this.history = history;
    this.layers = List.copyOf(layers);
    this.tree = tree;
    this.layout = layout;
  }

  /**
   * Which image it is.
   *
   * @param reference as it is written
   * @param digest that the reference means
   */
  public record Origin(ImageReference reference, Digest digest) {}

  /**
   * Reads a layout that holds one image, and unpacks it for whoever runs this alone.
   *
   * @param root the directory to unpack to, which does not exist
   * @throws ParkaException with every problem of the layers; [BadDocument] if the configuration has
   *     other layers than the manifest
   */
  public static BaseLayers read(Path layout, Origin origin, Path root) throws IOException {
    try (ImageArchive archive = ImageArchive.open(layout)) {
      ArchiveManifest manifest = archive.manifest(archive.image(Optional.empty()));
      ArchiveConfig config = archive.config(manifest);
      List<LayerReader.Contents> contents = new ArrayList<>();
      ArchiveTree tree =
          LayerUnpacker.unpackAsOwn(
              manifest.layers().stream().map(archive::blobOf).toList(),
              root,
              LayerReader.Limits.DEFAULT,
              contents::add);
      List<Layer> layers = new ArrayList<>();
      for (int i = 0; i < contents.size(); i++) {
        Optional<Digest> diffId = contents.get(i).diffId();
        if (config.diffIds().size() != contents.size()
            || !diffId.equals(Optional.of(config.diffIds().get(i)))) {
          throw new ParkaException(
              ArchiveProblem.BAD_DOCUMENT,
              origin.reference() + " has other layers than its configuration says",
              "build or copy the image again");
        }
        layers.add(layer(manifest.layers().get(i), contents.get(i), origin));
      }
      ArchiveJson json =
          ArchiveJson.read("the configuration of a base", archive.blobOf(manifest.config()));
      return new BaseLayers(
          origin, config.container(), history(config, json, layers.size()), layers, tree, layout);
    }
  }

  private static Layer layer(
      ArchiveDescriptor stored, LayerReader.Contents contents, Origin origin) {
    return new Layer(
        Layer.Kind.BASE,
        new Descriptor(ociType(stored.mediaType()), stored.digest(), stored.size()),
        contents.diffId().orElseThrow(),
        contents.unpackedSize(),
        Layer.Kind.BASE + ": " + origin.reference());
  }

  /** The same bytes have another name in a manifest of OCI than in one of Docker. */
  private static String ociType(String mediaType) {
    if (!mediaType.startsWith(DOCKER_LAYER)) {
      return mediaType;
    }
    String compression = ArchiveMediaType.compression(mediaType);
    return compression.equals("none") ? OCI_LAYER : OCI_LAYER + "+" + compression;
  }

  /** What it tells of its layers, if it tells of each. */
  private static List<JsonObject.Written> history(
      ArchiveConfig config, ArchiveJson json, int layers) {
    List<JsonObject.Written> steps = new ArrayList<>();
    if (config.history().stream().filter(step -> !step.isEmpty()).count() == layers) {
      json.objects("history")
          .forEach(step -> steps.add(new JsonObject.Written(step.node().toString())));
    }
    return steps;
  }

  /** Which image it is. */
  public Origin origin() {
    return origin;
  }

  /** Its layers, the lowest first. */
  List<Layer> layers() {
    return layers;
  }

  /** What containers of it are run with, which is inherited. */
  ArchiveConfig.Container container() {
    return container;
  }

  /** What it tells of its layers; empty if it does not. */
  List<JsonObject.Written> history() {
    return List.copyOf(history);
  }

  /** Puts its blobs into a layout that is being made. */
  void copy(BlobStore blobs) throws IOException {
    for (Layer layer : layers) {
      Path from = layout.resolve(ArchiveDescriptor.blobName(layer.descriptor().digest()));
      blobs.store(
          layer.descriptor().mediaType(),
          out -> {
            try (InputStream in = Files.newInputStream(from)) {
              in.transferTo(out);
            }
          });
    }
  }

  /** Whether it has something at a path, or is in the way of it. */
  public boolean has(ImagePath path) {
    return tree.find(path).isPresent() || inTheWayOf(path).isPresent();
  }

  /** What it has above a path that is no directory: a symbolic link, for example. */
  public Optional<ImagePath> inTheWayOf(ImagePath path) {
    for (Optional<ImagePath> up = path.parent(); up.isPresent(); up = up.get().parent()) {
      Optional<ArchiveEntry> entry = tree.find(up.get());
      if (entry.isPresent() && entry.get().kind() != ArchiveEntry.Kind.DIRECTORY) {
        return up;
      }
    }
    return Optional.empty();
  }

  /** The same files, with those directories as it has them that are here only to hold something. */
  public FileTree over(FileTree files) {
    List<FileEntry> entries = new ArrayList<>();
    for (FileEntry entry : files.entries()) {
      Optional<ArchiveEntry> below =
          entry instanceof FileEntry.Directory
              ? tree.find(entry.path()).filter(e -> e.kind() == ArchiveEntry.Kind.DIRECTORY)
              : Optional.empty();
      entries.add(
          below.isPresent()
              ? new FileEntry.Directory(
                  entry.path(), below.get().mode(), below.get().metadata().owner())
              : entry);
    }
    return FileTree.of(entries);
  }
}
