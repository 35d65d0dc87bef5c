package dev.parka.oci;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.tree.Content;
import dev.parka.spec.Digest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An archive as {@code docker save} wrote it before version 25, and as jib, buildah and podman
 * write it still: a {@code manifest.json} that names the configuration and the layers, and no
 * digests but those that some of the names are.
 */
public final class DockerArchive implements AutoCloseable {

  private static final String MANIFEST = "manifest.json";
  private static final String LAYOUT_FILE = "oci-layout";
  private static final String OCI_LAYER = "application/vnd.oci.image.layer.v1.tar";

  private final Path path;
  private final ArchiveTar tar;

  private DockerArchive(Path path, ArchiveTar tar) {
    this.path = path;
    this.tar = tar;
  }

  /**
   * Whether a file is such an archive. One that is an image layout as well, as Docker has written
   * since version 25, is better read as that.
   */
  public static boolean isOne(Path file) {
    try (ArchiveTar tar = ArchiveTar.openWithLinks(file)) {
      return tar.file(LAYOUT_FILE).isEmpty() && tar.file(MANIFEST).isPresent();
    } catch (IOException | ParkaException e) {
      return false;
    }
  }

  /**
   * Opens an archive.
   *
   * @throws ParkaException [NotAnImage] if it has no {@code manifest.json}, [BadArchive] for a
   *     damaged or hostile tar file
   */
  public static DockerArchive open(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw notOne(file, "is no file");
    }
    return new DockerArchive(file, ArchiveTar.openWithLinks(file));
  }

  /**
   * Makes an image layout of one of its images. Configuration and layers are taken as they are; the
   * manifest is made, as the archive has none. A configuration that is named by a digest keeps that
   * digest, whether it has it or not, so that a verification can tell.
   *
   * @param name which image, where there are several, such as {@code petstore:latest}
   * @param directory exists and is empty; the layout's root
   * @return whether the configuration is named by a digest
   * @throws ParkaException [NotAnImage] if there is no such image, [BadDocument] if its description
   *     makes no sense, [MissingBlob] for what it names and lacks
   */
  public boolean toLayout(Optional<String> name, Path directory) throws IOException {
    ArchiveJson image = choose(name);
    BlobStore blobs = new BlobStore(directory);
    String config = image.text("Config");
    Optional<Digest> claimed = digestIn(config);
    Descriptor stored = store(blobs, MediaTypes.CONFIG, config);
    Descriptor configuration = stored;
    if (claimed.isPresent() && !claimed.get().equals(stored.digest())) {
      Files.move(blobs.path(stored.digest()), blobs.path(claimed.get()));
      configuration = new Descriptor(stored.mediaType(), claimed.get(), stored.size());
    }
    List<JsonObject> layers = new ArrayList<>();
    for (String layer : image.texts("Layers")) {
      layers.add(descriptor(store(blobs, OCI_LAYER + compression(layer), layer)));
    }
    Descriptor manifest =
        blobs.store(MediaTypes.MANIFEST, manifest(descriptor(configuration), layers));
    Files.write(directory.resolve("index.json"), index(descriptor(manifest)));
    Files.write(directory.resolve(LAYOUT_FILE), ImageDocuments.layout());
    return claimed.isPresent();
  }

  private ArchiveJson choose(Optional<String> name) throws IOException {
    Content manifest = tar.file(MANIFEST).orElseThrow(() -> notOne(path, "has no " + MANIFEST));
    List<ArchiveJson> images = ArchiveJson.readList(MANIFEST, manifest);
    List<String> names = new ArrayList<>();
    for (ArchiveJson image : images) {
      List<String> tags = image.texts("RepoTags");
      if (name.isEmpty()
          ? images.size() == 1
          : tags.stream().anyMatch(t -> isMeant(t, name.get()))) {
        return image;
      }
      names.addAll(tags);
    }
    throw notOne(
        path,
        (name.isEmpty() ? "holds " + images.size() + " images" : "does not hold " + name.get())
            + (names.isEmpty() ? "" : ": " + Printable.of(String.join(", ", names))));
  }

  /** Podman writes {@code localhost/} or {@code docker.io/library/} before what others do not. */
  private static boolean isMeant(String tag, String name) {
    return tag.equals(name) || tag.endsWith("/" + name);
  }

  private Descriptor store(BlobStore blobs, String mediaType, String name) throws IOException {
    Content content =
        file(name)
            .orElseThrow(
                () ->
                    new ParkaException(
                        ArchiveProblem.MISSING_BLOB,
                        path + " has no " + Printable.of(name),
                        "save the image again"));
    return blobs.store(
        mediaType,
        out -> {
          try (InputStream in = content.open()) {
            in.transferTo(out);
          }
        });
  }

  private Optional<Content> file(String name) {
    return ArchivePath.parse(name).flatMap(parsed -> tar.file(parsed.relative()));
  }

  private String compression(String layer) throws IOException {
    Optional<Content> content = file(layer);
    if (content.isEmpty()) {
      return "";
    }
    try (BufferedInputStream in = new BufferedInputStream(content.get().open())) {
      String compression = BlobCompression.of(in);
      return compression.equals("none") ? "" : "+" + compression;
    }
  }

  /** Docker and buildah name a configuration by its digest; jib does not. */
  private static Optional<Digest> digestIn(String name) {
    String base = name.substring(name.lastIndexOf('/') + 1);
    String hex = base.endsWith(".json") ? base.substring(0, base.length() - 5) : base;
    return hex.matches("[0-9a-f]{64}")
        ? Optional.of(Digest.parse("sha256:" + hex))
        : Optional.empty();
  }

  private static byte[] manifest(JsonObject config, List<JsonObject> layers) {
    return new JsonObject()
        .put("schemaVersion", 2)
        .put("mediaType", MediaTypes.MANIFEST)
        .put("config", config)
        .put("layers", layers)
        .bytes();
  }

  private static byte[] index(JsonObject manifest) {
    return new JsonObject()
        .put("schemaVersion", 2)
        .put("mediaType", MediaTypes.INDEX)
        .put("manifests", List.of(manifest))
        .bytes();
  }

  private static JsonObject descriptor(Descriptor descriptor) {
    return new JsonObject()
        .put("mediaType", descriptor.mediaType())
        .put("digest", descriptor.digest().toString())
        .put("size", descriptor.size());
  }

  private static ParkaException notOne(Path file, String fact) {
    return new ParkaException(
        ArchiveProblem.NOT_AN_IMAGE,
        file + " " + fact,
        "give an archive of docker save, and with ':' after it the name of one image where it holds"
            + " several");
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
