package dev.parka.oci;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.tree.Content;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a registry gives as a manifest: an index of images, or the manifest of one. */
public sealed interface RemoteDocument {

  /**
   * An index.
   *
   * @param mediaType what it is
   * @param images what it leads to, in its order
   */
  record Index(String mediaType, List<ArchiveDescriptor> images) implements RemoteDocument {

    /** Copies the list. */
    public Index {
      images = List.copyOf(images);
    }
  }

  /**
   * The manifest of one image.
   *
   * @param mediaType what it is
   * @param manifest what it says
   */
  record Image(String mediaType, ArchiveManifest manifest) implements RemoteDocument {}

  /** What it is. */
  String mediaType();

  /**
   * Reads a document. It says itself what it is, or its shape does; one that could be read as both
   * is none.
   *
   * @param name what problems call it
   * @param said what the registry says that it is
   * @throws ParkaException [BadDocument] if it is something else
   */
  static RemoteDocument parse(String name, byte[] bytes, Optional<String> said) {
    ArchiveJson json;
    try {
      json = ArchiveJson.read(name, Content.of(bytes));
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
    boolean isIndex = json.node().has("manifests");
    if (isIndex == json.node().has("layers")) {
      throw bad(name + " is neither an index nor a manifest");
    }
    Optional<String> own = json.optionalText("mediaType");
    String mediaType =
        own.or(() -> said.filter(type -> isIndex == ArchiveMediaType.isIndex(type)))
            .orElse(isIndex ? MediaTypes.INDEX : MediaTypes.MANIFEST);
    boolean isKnown =
        isIndex ? ArchiveMediaType.isIndex(mediaType) : ArchiveMediaType.isManifest(mediaType);
    if (!isKnown) {
      throw bad(name + " has the media type " + Printable.of(mediaType));
    }
    return isIndex
        ? new Index(
            mediaType, json.objects("manifests").stream().map(ArchiveDescriptor::parse).toList())
        : new Image(mediaType, ArchiveManifest.parse(json));
  }

  private static ParkaException bad(String fact) {
    return new ParkaException(ArchiveProblem.BAD_DOCUMENT, fact, "build or copy the image again");
  }
}
