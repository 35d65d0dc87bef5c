package dev.parka.verify;

import dev.parka.oci.ArchiveConfig;
import dev.parka.oci.ArchiveDescriptor;
import dev.parka.oci.ArchiveEntry;
import dev.parka.oci.ArchiveMediaType;
import dev.parka.oci.ArchiveTree;
import dev.parka.oci.ImageArchive;
import dev.parka.oci.LayerReader;
import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.Digest;
import dev.parka.verify.ImageFacts.LayerFacts;
import dev.parka.verify.boot.Booter;
import dev.parka.verify.evidence.EvidenceCollector;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads the layers once, and asks of each what can be asked on the way. */
final class LayerChecks {

  private final ImageArchive archive;
  private final Findings findings;
  private final LayerReader reader = new LayerReader(LayerReader.Limits.DEFAULT);
  private final List<LayerFacts> facts = new ArrayList<>();
  private final Optional<Booter> booter;
  private final EvidenceCollector collector;
  private boolean isWhole = true;
  private boolean isTrue = true;
  private boolean isSound = true;

  /**
   * The layers of an image.
   *
   * @param booter who takes all files, if the image is to be started
   * @param collector sees all files pass by
   */
  LayerChecks(
      ImageArchive archive,
      Findings findings,
      Optional<Booter> booter,
      EvidenceCollector collector) {
    this.booter = booter;
    this.collector = collector;
    this.archive = archive;
    this.findings = findings;
  }

  /** The files of all layers. */
  ArchiveTree tree() {
    return reader.tree();
  }

  /** Whether all layers could be read, so that the tree is what a container would hold. */
  boolean isWhole() {
    return isWhole;
  }

  /** Whether all layers are what their digests say: only then what lies in them is of interest. */
  boolean isTrue() {
    return isWhole && isTrue;
  }

  /** What the layers turned out to be. */
  List<LayerFacts> facts() {
    return facts;
  }

  void run(List<ArchiveDescriptor> layers, Optional<ArchiveConfig> config) throws IOException {
    for (int i = 0; i < layers.size(); i++) {
      Optional<Digest> diffId = Optional.empty();
      if (config.isPresent() && i < config.get().diffIds().size()) {
        diffId = Optional.of(config.get().diffIds().get(i));
      }
      check(layers.get(i), diffId);
    }
    if (isSound) {
      booter.ifPresent(b -> b.end(reader.tree()));
    }
    findings.ran(Check.DIFF_IDS);
    findings.ran(Check.ENTRIES);
  }

  private void check(ArchiveDescriptor layer, Optional<Digest> diffId) throws IOException {
    String name = layer.blobName();
    boolean isKnown = ArchiveMediaType.isLayer(layer.mediaType());
    if (!isKnown) {
      findings.add(
          VerifyProblem.WRONG_MEDIA_TYPE, name, "the media type of a layer", layer.mediaType());
    }
    Optional<Content> blob = archive.blob(layer.digest());
    if (blob.isEmpty()) {
      BlobChecks.missing(layer, findings);
      isWhole = false;
      isSound = false;
      return;
    }
    OrderCheck order = new OrderCheck();
    LayerReader.Contents contents =
        reader.read(
            blob.get(),
            (entry, removed, content) -> {
              order.see(entry);
              try (InputStream seen = taken(entry, removed, content)) {
                collector.see(name, entry, seen);
              }
            });
    facts.add(
        new LayerFacts(
            contents.digest(),
            contents.diffId(),
            contents.storedSize(),
            contents.unpackedSize(),
            contents.entries()));
    BlobChecks.compare(layer, contents.digest(), contents.storedSize(), findings);
    isTrue &= layer.digest().equals(contents.digest());
    findings.add(name, contents.problems());
    isWhole &= contents.diffId().isPresent();
    isSound &= contents.problems().isEmpty();
    String compression = ArchiveMediaType.compression(layer.mediaType());
    if (isKnown && !compression.equals(contents.compression())) {
      findings.add(
          VerifyProblem.WRONG_MEDIA_TYPE,
          name,
          "compression " + compression + " as " + layer.mediaType() + " says",
          "compression " + contents.compression());
    }
    if (diffId.isPresent() && contents.diffId().isPresent()) {
      findings.same(VerifyProblem.WRONG_DIFF_ID, name, diffId.get(), contents.diffId().get());
      isTrue &= diffId.equals(contents.diffId());
    }
    order.report(name, findings);
  }

  private InputStream taken(ArchiveEntry entry, List<ImagePath> removed, InputStream content) {
    return booter.isPresent() ? booter.get().take(entry, removed, content) : content;
  }

  /** Whether entries are sorted and of one time. */
  private static final class OrderCheck {

    private Optional<ImagePath> last = Optional.empty();
    private Optional<String> unsorted = Optional.empty();
    private final SortedSet<Instant> times = new TreeSet<>();

    private void see(ArchiveEntry entry) {
      if (last.isPresent() && last.get().compareTo(entry.path()) > 0 && unsorted.isEmpty()) {
        unsorted = Optional.of(entry.path() + " after " + last.get());
      }
      last = Optional.of(entry.path());
      times.add(entry.metadata().modified());
    }

    private void report(String layer, Findings findings) {
      unsorted.ifPresent(
          actual ->
              findings.add(
                  VerifyProblem.UNSORTED_ENTRIES, layer, "entries sorted by path", actual));
      if (times.size() > 1) {
        findings.add(
            VerifyProblem.UNEVEN_TIMES,
            layer,
            "one modification time",
            times.size() + " from " + times.first() + " to " + times.last());
      }
    }
  }
}
