package dev.parka.verify;

import dev.parka.oci.ArchiveConfig;
import dev.parka.oci.ArchiveDescriptor;
import dev.parka.oci.ArchiveManifest;
import dev.parka.oci.ArchiveMediaType;
import dev.parka.oci.ImageArchive;
import dev.parka.plan.ImagePlan;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.Platform;
import dev.parka.spec.UserId;
import dev.parka.verify.boot.BootResult;
import dev.parka.verify.boot.Booter;
import dev.parka.verify.boot.StoredImage;
import dev.parka.verify.compare.ImageContents;
import dev.parka.verify.evidence.EvidenceCollector;
import dev.parka.verify.evidence.ImageEvidence;
import dev.parka.verify.jvm.JavaCommand;
import dev.parka.verify.schema.OciSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Verifies images; a bad image is never an exception, but a report with findings. */
public final class ImageVerifier {

  private static final ImagePath USUAL_LAUNCHER = new ImagePath("/opt/java/bin/java");

  private final VerificationRequest request;
  private final Findings findings;
  private final List<String> notes;
  private Optional<ImageFacts> facts = Optional.empty();
  private Optional<BootResult> boot = Optional.empty();

  private ImageVerifier(VerificationRequest request) {
    this.request = request;
    this.findings = new Findings(request.expectations().suppressions());
    this.notes = new ArrayList<>(request.notes());
  }

  /**
   * Verifies an image.
   *
   * @throws IOException if this machine's disk fails
   */
  public static VerificationReport verify(VerificationRequest request) throws IOException {
    ImageVerifier verifier = new ImageVerifier(request);
    verifier.run();
    return verifier.report();
  }

  private VerificationReport report() {
    List<Finding> counted = new ArrayList<>();
    List<SuppressedFinding> suppressed = new ArrayList<>();
    for (Finding finding : findings.all()) {
      findings
          .suppression(finding)
          .ifPresentOrElse(
              known -> suppressed.add(new SuppressedFinding(finding, known.reason())),
              () -> counted.add(finding));
    }
    return new VerificationReport(facts, findings.checks(), counted, suppressed, boot, notes);
  }

  private void run() throws IOException {
    try (ImageArchive archive = ImageArchive.open(request.image())) {
      findings.ran(Check.LAYOUT);
      BlobChecks.orphans(archive, archive.images(), findings);
      SchemaChecks.index(archive, findings);
      ArchiveDescriptor image = archive.image(request.platform());
      verify(archive, image);
    } catch (ParkaException e) {
      findings.ran(Check.LAYOUT);
      findings.add("image", e);
    }
  }

  private void verify(ImageArchive archive, ArchiveDescriptor image) throws IOException {
    if (!ArchiveMediaType.isManifest(image.mediaType())) {
      wrongType(image, "the media type of an image manifest");
    }
    if (!BlobChecks.check(archive, image, findings)) {
      return;
    }
    ArchiveManifest manifest = archive.manifest(image);
    SchemaChecks.document(archive, image, OciSchema.MANIFEST, findings);
    manifest
        .mediaType()
        .ifPresent(
            type ->
                findings.same(
                    VerifyProblem.WRONG_MEDIA_TYPE, image.blobName(), image.mediaType(), type));
    if (!ArchiveMediaType.isConfig(manifest.config().mediaType())) {
      wrongType(manifest.config(), "the media type of an image configuration");
    }
    findings.ran(Check.MEDIA_TYPES);
    Optional<ArchiveConfig> config =
        BlobChecks.check(archive, manifest.config(), findings)
            ? config(archive, manifest)
            : Optional.empty();
    Optional<Booter> booter = config.isPresent() ? prepare(archive, image) : Optional.empty();
    try {
      List<String> archives = layers(archive, image, manifest, config, booter);
      if (config.isPresent() && request.boot().isPresent() && !findings.hasErrors()) {
        BootResult result =
            booter.isPresent()
                ? booter.get().boot()
                : Booter.boot(StoredImage.of(archive, image), request.boot().get());
        boot(result, archives);
      }
    } finally {
      if (booter.isPresent()) {
        booter.get().close();
      }
    }
  }

  /** Gets ready for an image while it is looked at, if it is to be started. */
  private Optional<Booter> prepare(ImageArchive archive, ArchiveDescriptor image)
      throws IOException {
    if (request.boot().isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(Booter.prepare(StoredImage.of(archive, image), request.boot().get()));
    } catch (ParkaException e) {
      // What is wrong is found where the image is looked at.
      return Optional.empty();
    }
  }

  /** Looks into the layers; answers which start-up archives the JVM is to use. */
  private List<String> layers(
      ImageArchive archive,
      ArchiveDescriptor image,
      ArchiveManifest manifest,
      Optional<ArchiveConfig> config,
      Optional<Booter> booter)
      throws IOException {
    Set<String> texts = config.map(c -> JavaCommand.files(c.container())).orElse(new TreeSet<>());
    try (EvidenceCollector collector = EvidenceCollector.open(texts)) {
      LayerChecks layers = new LayerChecks(archive, findings, booter, collector);
      return layers(image, manifest, config, collector, layers);
    }
  }

  private List<String> layers(
      ArchiveDescriptor image,
      ArchiveManifest manifest,
      Optional<ArchiveConfig> config,
      EvidenceCollector collector,
      LayerChecks layers)
      throws IOException {
    layers.run(manifest.layers(), config);
    ImageFacts known =
        new ImageFacts(image.digest(), config.flatMap(this::platform), layers.facts());
    facts = Optional.of(known);
    SizeBudget budget = request.expectations().budget();
    SizeChecks.budget(known, budget, findings);
    budget.locked().ifPresent(locked -> LockedGrowth.check(locked, known, config, findings));
    if (layers.isWhole()) {
      FileChecks.run(layers.tree(), config, findings);
    }
    if (config.isPresent()) {
      count(config.get(), manifest.layers().size());
      platform(image, config.get());
      user(config.get());
      request.plan().ifPresent(p -> new ConfigChecks(p, findings).run(config.get().container()));
    }
    if (!layers.isTrue()) {
      notes.add("layers are not what their digests say: what lies in them was not looked into");
    } else {
      ImageEvidence evidence = collector.evidence(layers.tree());
      config
          .flatMap(ArchiveConfig::architecture)
          .ifPresent(expected -> processor(expected, config, evidence));
      ContentChecks.secrets(evidence, config, findings);
      RuntimeVerification runtime = new RuntimeVerification(request, evidence, findings);
      notes.addAll(runtime.run(config));
      compare();
      return runtime.archives();
    }
    return List.of();
  }

  /** Reads the image once more: only who asks for a comparison pays for one. */
  private void compare() throws IOException {
    Expectations expected = request.expectations();
    if (expected.previous().isPresent() || expected.twin().isPresent()) {
      ImageContents now = ImageContents.read(request.image(), request.platform());
      expected.previous().ifPresent(before -> SizeChecks.growth(before, now, findings));
      expected.twin().ifPresent(twin -> SizeChecks.parity(twin, now, findings));
    }
  }

  private void wrongType(ArchiveDescriptor blob, String expected) {
    findings.add(VerifyProblem.WRONG_MEDIA_TYPE, blob.blobName(), expected, blob.mediaType());
  }

  private Optional<ArchiveConfig> config(ImageArchive archive, ArchiveManifest manifest)
      throws IOException {
    try {
      ArchiveConfig config = archive.config(manifest);
      SchemaChecks.document(archive, manifest.config(), OciSchema.CONFIG, findings);
      return Optional.of(config);
    } catch (ParkaException e) {
      findings.add(manifest.config().blobName(), e);
      return Optional.empty();
    }
  }

  private SortedSet<ImagePath> launchers(Optional<ArchiveConfig> config) {
    NavigableSet<ImagePath> launchers = new TreeSet<>();
    launchers.add(USUAL_LAUNCHER);
    request.plan().map(p -> p.files().java()).ifPresent(launchers::add);
    config.flatMap(ImageVerifier::launcher).ifPresent(launchers::add);
    return launchers;
  }

  /** The entrypoint's program, where it is a java launcher. */
  private static Optional<ImagePath> launcher(ArchiveConfig config) {
    List<String> entrypoint = config.container().process().entrypoint();
    try {
      return entrypoint.isEmpty() || !entrypoint.get(0).endsWith("/java")
          ? Optional.empty()
          : Optional.of(new ImagePath(entrypoint.get(0)));
    } catch (ParkaException e) {
      return Optional.empty();
    }
  }

  private void count(ArchiveConfig config, int layers) {
    if (config.diffIds().size() != layers) {
      findings.add(
          VerifyProblem.LAYER_COUNT_MISMATCH,
          "config.rootfs.diff_ids",
          "one for each of " + layers + " layers",
          String.valueOf(config.diffIds().size()));
    }
    long told = config.history().stream().filter(step -> !step.isEmpty()).count();
    if (!config.history().isEmpty() && told != layers) {
      findings.add(
          VerifyProblem.HISTORY_MISMATCH,
          "config.history",
          layers + " steps with a layer",
          String.valueOf(told));
    }
    findings.ran(Check.HISTORY);
  }

  private void platform(ArchiveDescriptor image, ArchiveConfig config) {
    findings.same(
        VerifyProblem.WRONG_PLATFORM, "config.os", Platform.OS, config.os().orElse("nothing"));
    if (config.architecture().isEmpty()) {
      findings.add(VerifyProblem.WRONG_PLATFORM, "config.architecture", "a processor", "nothing");
    }
    image
        .platform()
        .ifPresent(
            p ->
                findings.same(
                    VerifyProblem.WRONG_PLATFORM,
                    "index.json",
                    platform(config).orElse("nothing"),
                    p));
    findings.ran(Check.PLATFORM);
  }

  private void processor(String expected, Optional<ArchiveConfig> config, ImageEvidence evidence) {
    for (ImagePath launcher : launchers(config)) {
      evidence
          .processor(launcher.value())
          .ifPresent(
              found ->
                  findings.same(
                      VerifyProblem.WRONG_ARCHITECTURE, launcher.value(), expected, found));
    }
  }

  private Optional<String> platform(ArchiveConfig config) {
    return config.os().flatMap(os -> config.architecture().map(a -> os + "/" + a));
  }

  private void user(ArchiveConfig config) {
    String user = config.container().process().user();
    boolean isMeant =
        request.rootIsMeant()
            || request.plan().map(ImagePlan::user).filter(UserId::isRoot).isPresent();
    if (isRoot(user) && !isMeant) {
      findings.add(
          VerifyProblem.RUNS_AS_ROOT,
          "config.User",
          "a user other than root",
          user.isEmpty() ? "nothing, which is root" : user);
    }
    findings.ran(Check.USER);
  }

  private static boolean isRoot(String user) {
    try {
      return user.isEmpty() || UserId.parse(user).isRoot();
    } catch (ParkaException e) {
      return user.startsWith("root:") || user.startsWith("0:") || user.endsWith(":root");
    }
  }

  private void boot(BootResult result, List<String> archives) {
    boot = Optional.of(result);
    findings.ran(Check.BOOT);
    BootFindings.of(result).ifPresent(findings::add);
    BootFindings.archives(result, archives).forEach(findings::add);
  }
}
