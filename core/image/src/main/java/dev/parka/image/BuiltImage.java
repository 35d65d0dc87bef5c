package dev.parka.image;

import dev.parka.lock.ImageLock;
import dev.parka.oci.BaseLayers;
import dev.parka.oci.ImageArchive;
import dev.parka.oci.ImageLayoutExport;
import dev.parka.oci.OciImage;
import dev.parka.plan.ImagePlan;
import dev.parka.registry.ImagePush;
import dev.parka.registry.PushedImage;
import dev.parka.registry.RegistryOptions;
import dev.parka.report.Anatomy;
import dev.parka.report.BuildFacts;
import dev.parka.report.Report;
import dev.parka.runtime.Problem;
import dev.parka.runtime.link.RuntimeImage;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.rootfs.SystemPackage;
import dev.parka.runtime.startup.StartupArchive;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.trace.TraceComparison;
import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import dev.parka.spec.ImageSpec;
import dev.parka.verify.Expectations;
import dev.parka.verify.ImageVerifier;
import dev.parka.verify.SizeBudget;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.VerificationRequest;
import dev.parka.verify.boot.BootPlan;
import dev.parka.verify.boot.ExecResult;
import dev.parka.verify.boot.Probe;
import dev.parka.verify.boot.RunPlan;
import dev.parka.verify.boot.RunningImage;
import dev.parka.verify.boot.StoredImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * An image that was built. It lies in a temporary directory until it is closed, at the latest until
 * the JVM ends; save what should stay.
 */
public final class BuiltImage implements AutoCloseable {

  private final OciImage image;
  private final ImagePlan plan;
  private final RuntimeImage runtime;
  private final List<Problem> warnings;
  private final BuildContext context;

  BuiltImage(
      OciImage image,
      ImagePlan plan,
      RuntimeImage runtime,
      List<Problem> warnings,
      BuildContext context) {
    this.image = image;
    this.plan = plan;
    this.runtime = runtime;
    this.warnings = List.copyOf(warnings);
    this.context = context;
  }

  /**
   * What it was built in.
   *
   * @param spec what was wanted
   * @param inputs what it was built from
   * @param base what it stands on, unless that is nothing
   * @param comparison where recorded runs and the inference differ
   * @param packages where the libraries come from
   * @param archive what its JVM starts faster with
   * @param rootIsMeant whether it may run as root
   * @param workshop where it lies
   */
  record BuildContext(
      ImageSpec spec,
      BuildInputs inputs,
      Optional<BaseLayers.Origin> base,
      Optional<TraceComparison> comparison,
      List<SystemPackage> packages,
      Optional<StartupArchive> archive,
      boolean rootIsMeant,
      Workshop workshop) {}

  /** The digest of the image's manifest: the same for the same inputs, on every machine. */
  public Digest digest() {
    return image.digest();
  }

  /** Its layers and their sizes. */
  public OciImage image() {
    return image;
  }

  /** What was built; {@code plan().runtime().modules()} has the reason for each module. */
  public ImagePlan plan() {
    return plan;
  }

  /** The modules in its run-time image: those that were asked for and what they require. */
  public SortedSet<ModuleName> modules() {
    return runtime.modules();
  }

  /**
   * The things that were left out of its run-time image, each with the bytes that it would take up
   * in the unpacked layer; what each costs is {@link StripKind#cost}.
   */
  public SortedMap<StripKind, Long> saved() {
    return runtime.saved();
  }

  /** Whether its run-time image was linked twice, with the same bytes both times. */
  public boolean isProven() {
    return context.inputs().runtime().proves();
  }

  /** What it stands on; empty if that is nothing. */
  public Optional<BaseLayers.Origin> base() {
    return context.base();
  }

  /**
   * The packages of a Linux distribution that its shared libraries belong to, and the JDK's,
   * sorted; the image tells scanners of them, too.
   */
  public List<SystemPackage> packages() {
    return context.packages();
  }

  /** Where the recorded runs that were given and the inference differ. */
  public Optional<TraceComparison> traceComparison() {
    return context.comparison();
  }

  /**
   * What its JVM starts faster with, if that was wanted. Its file goes when this is closed: who
   * wants the same image again, of a kind that is not reproducible, keeps a copy and the digest.
   */
  public Optional<StartupArchive> startupArchive() {
    return context.archive();
  }

  /** What the user should know. */
  public List<Problem> warnings() {
    return warnings;
  }

  /** What was built, in a few lines of text: sizes and digests of the layers, modules and why. */
  public String report() {
    return ImageReport.render(this);
  }

  /**
   * All that is known of it, to look at: what weighs what, and why each module is there. What
   * {@link #verify} finds, and how it differs from an earlier image, can be put beside that:
   *
   * <pre>{@code
   * image.wholeReport().with(image.verify(BootPlan.DEFAULT)).write(Path.of("report.html"));
   * }</pre>
   *
   * @throws dev.parka.runtime.ParkaException [CannotRead] if this machine's disk fails
   */
  public Report wholeReport() {
    Anatomy anatomy =
        new Steps(context.inputs().listener())
            .run(
                BuildEvent.Step.REPORT,
                () -> Anatomy.read(image.layout(), Optional.of(image.platform())));
    List<String> layers = image.layers().stream().map(layer -> layer.kind().toString()).toList();
    return Report.of(anatomy.called(image.reference().toString(), layers))
        .with(
            new BuildFacts(
                plan.runtime().modules(),
                runtime.saved(),
                isProven(),
                context.archive(),
                warnings));
  }

  /**
   * Saves it as an OCI image layout in a tar; a file that is there is replaced.
   *
   * @throws dev.parka.runtime.ParkaException [CannotWrite]; nothing half-written stays
   */
  public BuiltImage toOciTar(Path file) {
    ImageLayoutExport.toTar(image.layout(), context.inputs().format().time(), file);
    return this;
  }

  /**
   * Saves it as an OCI image layout in a directory, which must be absent, empty or such a layout.
   *
   * @throws dev.parka.runtime.ParkaException [CannotWrite]; nothing half-written stays
   */
  public BuiltImage toOciLayout(Path directory) {
    ImageLayoutExport.toDirectory(image.layout(), directory);
    return this;
  }

  /**
   * Pushes it to a repository and tag of a registry, with the user's credentials.
   *
   * @throws dev.parka.runtime.ParkaException as {@link ImagePush#push} does
   */
  public PushedImage push(ImageReference target) {
    return push(target, RegistryOptions.ofThisUser());
  }

  /** The same with other options. */
  public PushedImage push(ImageReference target, RegistryOptions options) {
    return Pushing.of(List.of(this)).push(image.layout(), target, options);
  }

  /**
   * Saves it as a tar for {@code docker load} and {@code podman load}, which is an OCI image layout
   * as well; a file that is there is replaced.
   *
   * @throws dev.parka.runtime.ParkaException [CannotWrite]; nothing half-written stays
   */
  public BuiltImage toDockerTar(Path file) {
    ImageLayoutExport.toDockerTar(image, context.inputs().format().time(), file);
    return this;
  }

  /**
   * Gives it to an engine of this machine, under its own name.
   *
   * @throws dev.parka.runtime.ParkaException [EngineRefused] if the engine does not take it
   */
  public BuiltImage toEngine(ContainerEngine engine) {
    Path archive = context.workshop().path(engine + ".tar");
    toDockerTar(archive);
    engine.load(archive);
    return this;
  }

  /** Gives it to Docker's daemon. */
  public BuiltImage toDockerDaemon() {
    return toEngine(ContainerEngine.DOCKER);
  }

  /**
   * Gives it to an engine of this machine; answers with the name that it has there, such as {@code
   * petstore:latest}, for tools that want one.
   *
   * @throws dev.parka.runtime.ParkaException [EngineRefused] if the engine does not take it
   */
  public ImageReference loadInto(ContainerEngine engine) {
    toEngine(engine);
    return image.reference();
  }

  /**
   * Builds it once more from the same things, and remembers nothing: with the class path in another
   * directory, at another time of its files. Whoever calls it closes it. The zone and the language
   * of this JVM stay as they are, as other threads have them, too; {@link
   * ContainerImages#reproduce} changes them.
   *
   * @throws dev.parka.runtime.ParkaException as {@link ContainerImages#build} does
   */
  public BuiltImage buildAgain() {
    return Rebuild.of(context.spec(), context.inputs(), context.archive());
  }

  /**
   * Starts it with no container engine where that can be, and waits until it accepts a connection
   * at its first port; not at all if it has none. Whoever calls it closes what it gets.
   *
   * @throws dev.parka.runtime.ParkaException [CannotStart] or [NotReady]
   */
  public RunningImage start() {
    return start(BootPlan.DEFAULT);
  }

  /** The same in another way, or until it does something else. */
  public RunningImage start(BootPlan plan) {
    try (ImageArchive archive = ImageArchive.open(image.layout())) {
      return RunningImage.start(StoredImage.of(archive, Optional.empty()), plan);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs it to its end with these arguments instead of its own.
   *
   * @throws dev.parka.runtime.ParkaException [CannotStart], or [StillRunning] after a minute
   */
  public ExecResult run(String... arguments) {
    RunPlan plan = RunPlan.DEFAULT.withArguments(Arrays.asList(arguments));
    try (RunningImage running =
        start(BootPlan.DEFAULT.running(plan).withProbe(new Probe.Launch()))) {
      int code = running.awaitExit(BootPlan.DEFAULT.timeout());
      return new ExecResult(code, running.log());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  BuildContext context() {
    return context;
  }

  /**
   * Verifies it: recomputes every digest, compares the configuration with the plan, and the size
   * with that of the lock file where it has one, and starts it without a container engine.
   *
   * @param boot how to start it, such as {@link BootPlan#DEFAULT}
   * @throws dev.parka.runtime.ParkaException [CannotRead] if this machine's disk fails
   */
  public VerificationReport verify(BootPlan boot) {
    return verify(request().withBoot(boot));
  }

  /** The same without starting it. */
  public VerificationReport verifyWithoutBoot() {
    return verify(request());
  }

  private VerificationRequest request() {
    Expectations expected =
        ImageLock.read(context.inputs().registries().access().lock())
            .size(image.reference(), image.platform())
            .map(SizeBudget.NONE::notOver)
            .map(Expectations.NONE::within)
            .orElse(Expectations.NONE);
    VerificationRequest request =
        VerificationRequest.of(image.layout()).withPlan(plan).expecting(expected);
    return context.rootIsMeant() ? request.allowingRoot() : request;
  }

  private VerificationReport verify(VerificationRequest request) {
    return new Steps(context.inputs().listener())
        .run(BuildEvent.Step.VERIFY, () -> ImageVerifier.verify(request));
  }

  /** Removes the temporary directory. */
  @Override
  public void close() {
    context.workshop().close();
  }
}
