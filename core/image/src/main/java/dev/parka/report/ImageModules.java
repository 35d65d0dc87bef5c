package dev.parka.report;

import dev.parka.oci.ArchiveDescriptor;
import dev.parka.oci.ArchiveEntry;
import dev.parka.oci.ImageArchive;
import dev.parka.oci.LayerReader;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.jdk.ModulesFile;
import dev.parka.runtime.modules.ModuleGraph;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The modules of the run-time image in an image, and nothing else of it. */
public final class ImageModules {

  private ImageModules() {}

  /**
   * Reads them from an OCI image layout.
   *
   * @param image a directory or a tar
   * @param platform which image, where there are several; by default the first
   * @throws ParkaException if there is none, or a layer is damaged or hostile
   */
  public static ModuleGraph read(Path image, Optional<Platform> platform) throws IOException {
    Path scratch = Files.createTempFile("parka-modules-", "");
    List<byte[]> descriptors = new ArrayList<>();
    LayerReader reader = new LayerReader(LayerReader.Limits.DEFAULT);
    try (ImageArchive archive = ImageArchive.open(image)) {
      for (ArchiveDescriptor layer : archive.manifest(archive.image(platform)).layers()) {
        LayerReader.Contents contents =
            reader.read(
                archive.blobOf(layer),
                (entry, removed, content) -> {
                  if (LayerScale.hasModules(entry)) {
                    // A later layer's file takes the place of an earlier one's.
                    descriptors.clear();
                    descriptors.addAll(descriptors(entry, content, scratch));
                  }
                });
        if (!contents.problems().isEmpty()) {
          throw new ParkaException(contents.problems());
        }
      }
    } finally {
      Files.deleteIfExists(scratch);
    }
    return ModuleGraph.of(descriptors);
  }

  private static List<byte[]> descriptors(ArchiveEntry entry, InputStream content, Path scratch)
      throws IOException {
    Files.copy(content, scratch, StandardCopyOption.REPLACE_EXISTING);
    try {
      return ModulesFile.open(scratch).map(ModulesFile::descriptors).orElse(List.of());
    } catch (IOException e) {
      throw new IOException(entry.path() + " is damaged: " + e.getMessage(), e);
    }
  }
}
