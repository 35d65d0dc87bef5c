package dev.parka.verify.compare;

import dev.parka.oci.ArchiveDescriptor;
import dev.parka.oci.ArchiveEntry;
import dev.parka.oci.ArchiveManifest;
import dev.parka.oci.ImageArchive;
import dev.parka.oci.LayerReader;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the layers of one image, each once. */
final class ContentsReader {

  private static final String ANNOTATIONS = "annotations.";

  private final LayerReader reader = new LayerReader(LayerReader.Limits.DEFAULT);
  private final Map<String, String> digests = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  ImageContents read(Path image, Optional<Platform> platform) throws IOException {
    try (ImageArchive archive = ImageArchive.open(image)) {
      ArchiveDescriptor descriptor = archive.image(platform);
      ArchiveManifest manifest = archive.manifest(descriptor);
      SortedMap<String, String> settings = new TreeMap<>(archive.settings(manifest.config()));
      archive
          .settings(descriptor)
          .forEach(
              (key, value) -> {
                if (key.startsWith(ANNOTATIONS)) {
                  settings.put(key, value);
                }
              });
      for (ArchiveDescriptor layer : manifest.layers()) {
        LayerReader.Contents contents =
            reader.read(archive.blobOf(layer), (entry, removed, content) -> see(entry, content));
        if (!contents.problems().isEmpty()) {
          throw new ParkaException(contents.problems());
        }
      }
      NavigableMap<ImagePath, FileContents> files = files();
      texts.keySet().removeIf(path -> !files.containsKey(new ImagePath(path)));
      return new ImageContents(
          descriptor.digest(),
          settings,
          manifest.layers(),
          files,
          TextFiles.modules(texts),
          TextFiles.packages(texts));
    }
  }

  private void see(ArchiveEntry entry, InputStream content) throws IOException {
    if (entry.kind() != ArchiveEntry.Kind.REGULAR_FILE) {
      return;
    }
    String path = entry.path().value();
    if (!entry.target().isEmpty()) {
      digests.put(path, digests.getOrDefault(entry.target(), ""));
    } else if (TextFiles.isOne(path) && entry.size() <= TextFiles.MOST_BYTES) {
      byte[] bytes = content.readAllBytes();
      texts.put(path, new String(bytes, StandardCharsets.UTF_8));
      digests.put(path, Digest.of(bytes).toString());
    } else {
      digests.put(path, Digest.of(content).toString());
    }
  }

  private NavigableMap<ImagePath, FileContents> files() {
    NavigableMap<ImagePath, FileContents> files = new TreeMap<>();
    for (ArchiveEntry entry : reader.tree().entries()) {
      if (!entry.path().equals(ImagePath.ROOT)) {
        boolean isLink = entry.kind() == ArchiveEntry.Kind.SYMBOLIC_LINK;
        files.put(
            entry.path(),
            new FileContents(
                entry.kind(),
                entry.mode(),
                entry.metadata().owner(),
                entry.metadata().modified(),
                entry.size(),
                isLink ? entry.target() : digests.getOrDefault(entry.path().value(), "")));
      }
    }
    return files;
  }
}
