package dev.parka.report;

import static java.util.stream.Collectors.joining;

import dev.parka.oci.ArchiveConfig;
import dev.parka.oci.ArchiveDescriptor;
import dev.parka.oci.ArchiveManifest;
import dev.parka.oci.ImageArchive;
import dev.parka.oci.LayerReader;
import dev.parka.report.Anatomy.WeighedLayer;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.modules.ModuleGraph;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the layers of one image, each once. */
final class AnatomyReader {

  private final LayerReader reader = new LayerReader(LayerReader.Limits.DEFAULT);
  private final List<byte[]> descriptors = new ArrayList<>();
  private final Path scratch;

  private AnatomyReader(Path scratch) {
    this.scratch = scratch;
  }

  static Anatomy read(Path image, Optional<Platform> platform) throws IOException {
    Path scratch = Files.createTempFile("parka-report-", "");
    try (ImageArchive archive = ImageArchive.open(image)) {
      return new AnatomyReader(scratch)
          .read(archive, archive.image(platform), String.valueOf(image.getFileName()));
    } finally {
      Files.deleteIfExists(scratch);
    }
  }

  private Anatomy read(ImageArchive archive, ArchiveDescriptor image, String name)
      throws IOException {
    ArchiveManifest manifest = archive.manifest(image);
    List<String> steps =
        archive.config(manifest).history().stream()
            .filter(step -> !step.isEmpty())
            .map(AnatomyReader::told)
            .toList();
    boolean areTold = steps.size() == manifest.layers().size();
    List<WeighedLayer> layers = new ArrayList<>();
    for (ArchiveDescriptor layer : manifest.layers()) {
      int number = layers.size() + 1;
      WeighedLayer weighed =
          weigh(archive, layer, areTold ? steps.get(layers.size()) : "", "layer " + number);
      layers.add(
          weighed.called(
              LayerTone.guess(weighed, number == 1, number == manifest.layers().size())));
    }
    return new Anatomy(
        name,
        image.digest(),
        archive.settings(manifest.config()),
        layers,
        ModuleGraph.of(descriptors));
  }

  private static String told(ArchiveConfig.Step step) {
    return Stream.of(step.createdBy(), step.comment())
        .flatMap(Optional::stream)
        .filter(told -> !told.isBlank())
        .collect(joining(": "));
  }

  private WeighedLayer weigh(
      ImageArchive archive, ArchiveDescriptor layer, String madeBy, String name)
      throws IOException {
    LayerScale scale = new LayerScale(name, scratch);
    LayerReader.Contents contents =
        reader.read(archive.blobOf(layer), (entry, removed, content) -> scale.see(entry, content));
    if (!contents.problems().isEmpty()) {
      throw new ParkaException(contents.problems());
    }
    descriptors.addAll(scale.descriptors());
    return new WeighedLayer(layer.digest(), madeBy, scale.weigh(contents.storedSize()));
  }
}
