package dev.parka.image;

import dev.parka.annotations.Startup;
import dev.parka.jdks.FoundJdk;
import dev.parka.jdks.JdkStore;
import dev.parka.jdks.JdkWish;
import dev.parka.oci.ImageLayoutWriter;
import dev.parka.oci.Layer;
import dev.parka.oci.LayerContent;
import dev.parka.oci.OciImage;
import dev.parka.plan.ChosenModules;
import dev.parka.plan.ImagePlan;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.lean.ExcludedResources;
import dev.parka.runtime.link.LinkCache;
import dev.parka.runtime.link.LinkPlan;
import dev.parka.runtime.link.RuntimeImage;
import dev.parka.runtime.rootfs.RootFileSystem;
import dev.parka.runtime.rootfs.RootFileSystemRequest;
import dev.parka.runtime.startup.StartupArchive;
import dev.parka.runtime.trace.TraceComparison;
import dev.parka.spec.BaseImage;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** One way through: specification, modules, plan, run-time image, root file system, layers. */
final class ImageBuild {

  private final ImageSpec spec;
  private final BuildInputs inputs;
  private final Steps steps;

  ImageBuild(ImageSpec spec, BuildInputs inputs) {
    this.spec = spec;
    this.inputs = inputs;
    this.steps = new Steps(inputs.listener());
  }

  /**
   * Finds the JDK, and all that cannot work.
   *
   * @throws ParkaException with all of it
   */
  FoundJdk check() {
    FoundJdk found = findJdk();
    Preconditions.check(spec, inputs, found.jdk());
    return found;
  }

  BuiltImage run() {
    FoundJdk found = check();
    Workshop workshop = openWorkshop();
    boolean isBuilt = false;
    try {
      BuiltImage image = launched(found.jdk(), workshop).run(found, workshop);
      isBuilt = true;
      return image;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      if (!isBuilt) {
        workshop.close();
      }
    }
  }

  /** The same with the application as java is to launch it. */
  private ImageBuild launched(Jdk jdk, Workshop workshop) throws IOException {
    LaunchedApplication launched = LaunchedApplication.of(spec, inputs.path(), jdk, workshop);
    return new ImageBuild(launched.spec(), inputs.withPath(launched.path()));
  }

  private BuiltImage run(FoundJdk found, Workshop workshop) {
    Jdk jdk = found.jdk();
    Optional<Base> base = base(jdk, workshop);
    ChosenModules chosen = steps.run(BuildEvent.Step.INFER, () -> choose(jdk));
    int version = jdk.featureVersion();
    ImageSpec flagged = ManifestFlags.on(spec, inputs.path().classPath(), version);
    ImagePlan plan = ImagePlan.of(flagged, chosen, version);
    return build(plan, found, base, chosen.comparison(), workshop);
  }

  private Optional<Base> base(Jdk jdk, Workshop workshop) {
    return spec.base() instanceof BaseImage.Scratch
        ? Optional.empty()
        : steps.run(BuildEvent.Step.BASE, () -> baseSource().find(spec.base(), jdk, workshop));
  }

  private BaseSource baseSource() {
    return new BaseSource(inputs.registries().access());
  }

  private FoundJdk findJdk() {
    JdkWish wish = JdkWish.of(spec);
    return inputs
        .runtime()
        .jdk()
        .map(source -> JdkStore.ofThisUser().with(inputs.registries().access()).find(source, wish))
        .orElseGet(() -> JdkStore.choose(wish));
  }

  private ChosenModules choose(Jdk jdk) {
    return inputs.search().find(jdk, inputs.path().sources(spec, jdk), spec);
  }

  private BuiltImage build(
      ImagePlan plan,
      FoundJdk found,
      Optional<Base> base,
      Optional<TraceComparison> comparison,
      Workshop workshop) {
    Jdk jdk = found.jdk();
    Optional<ExcludedResources> leftOut = leftOut(plan, jdk);
    LinkPlan linked = linkPlan(plan, jdk, leftOut);
    Optional<SharedLinks> shared = SharedLinks.of(inputs);
    shared.ifPresent(links -> links.fetch(linked, plan.files(), workshop));
    RuntimeImage runtime =
        steps.run(BuildEvent.Step.LINK, () -> link(linked, workshop.path("runtime")));
    try (ImageLayoutWriter writer =
        new ImageLayoutWriter(
            workshop.path("layout"),
            new Platform(jdk.architecture()),
            inputs.format(),
            inputs.runtime().cache(),
            this::tell)) {
      writer.annotate(inputs.annotations());
      // Most of an image: it is read and its digest computed while the other layers are put
      // together.
      if (base.isEmpty()) {
        writer.lookFor(Layer.Kind.RUNTIME_IMAGE, ImageLayers.runtime(plan, runtime));
      }
      RootFileSystem root =
          steps.run(
              BuildEvent.Step.ROOT_FILE_SYSTEM, () -> rootFileSystem(plan, runtime, found, base));
      ApplicationJars jars =
          steps.run(
              BuildEvent.Step.APPLICATION,
              () ->
                  ApplicationJars.of(
                      inputs.path(), plan.files(), spec.application().mainClass(), workshop));
      Optional<StartupArchive> archive = archive(plan, runtime, jars, workshop);
      OciImage image =
          steps.run(
              BuildEvent.Step.LAYERS,
              () ->
                  writer.write(
                      plan.reference(),
                      plan.config(),
                      layers(ImageLayers.of(plan, root, runtime, archive, jars), base),
                      base.map(Base::layers)));
      shared.ifPresent(links -> links.share(runtime, plan.files(), workshop));
      List<Problem> warnings = warnings(plan, jdk, root, leftOut);
      archive
          .filter(made -> !inputs.runtime().startup().isGiven())
          .flatMap(made -> archiveLock().keep(plan.reference(), made))
          .ifPresent(warnings::add);
      boolean rootIsMeant = spec.container().process().rootIsMeant();
      return new BuiltImage(
          image,
          plan,
          runtime,
          warnings,
          new BuiltImage.BuildContext(
              spec,
              inputs,
              base.map(below -> below.layers().origin()),
              comparison,
              root.packages(),
              archive,
              rootIsMeant,
              workshop));
    }
  }

  private List<Problem> warnings(
      ImagePlan plan, Jdk jdk, RootFileSystem root, Optional<ExcludedResources> leftOut) {
    List<Problem> warnings = new ArrayList<>(plan.runtime().modules().warnings());
    warnings.addAll(root.warnings());
    baseSource().unpinned(spec.base()).ifPresent(warnings::add);
    HeadlessJdk.warning(jdk, plan.runtime().modules()).ifPresent(warnings::add);
    leftOut
        .flatMap(classes -> LeftOutClasses.warning(classes, inputs.search().choice()))
        .ifPresent(warnings::add);
    return warnings;
  }

  private static SortedMap<Layer.Kind, LayerContent> layers(
      SortedMap<Layer.Kind, LayerContent> own, Optional<Base> base) throws IOException {
    return base.isPresent() ? base.get().fit(own) : own;
  }

  private void tell(Layer.Kind kind, long done, long total) {
    inputs
        .listener()
        .on(new BuildEvent.Progress(BuildEvent.Step.LAYERS, kind.toString(), done, total));
  }

  private Optional<StartupArchive> archive(
      ImagePlan plan, RuntimeImage runtime, ApplicationJars jars, Workshop workshop) {
    if (plan.runtime().startup().kind() == Startup.NONE) {
      return Optional.empty();
    }
    return Optional.of(
        steps.run(
            BuildEvent.Step.STARTUP,
            () ->
                inputs
                    .runtime()
                    .startup()
                    .make(
                        spec,
                        plan,
                        runtime,
                        jars.classPath(),
                        inputs.format().time(),
                        archiveLock().pin(plan.reference()),
                        workshop.directory("startup"))));
  }

  private ArchiveLock archiveLock() {
    return new ArchiveLock(
        inputs.registries().access().lock(), inputs.runtime().startup().updatesLock());
  }

  private Optional<ExcludedResources> leftOut(ImagePlan plan, Jdk jdk) {
    return LeftOutClasses.areWanted(plan)
        ? Optional.of(
            steps.run(BuildEvent.Step.CLASSES, () -> LeftOutClasses.find(spec, inputs, plan, jdk)))
        : Optional.empty();
  }

  private static LinkPlan linkPlan(ImagePlan plan, Jdk jdk, Optional<ExcludedResources> leftOut) {
    return new LinkPlan(jdk, plan.runtime().jlink())
        .withStrips(plan.runtime().strips())
        .withExcludedResources(leftOut.map(ExcludedResources::patterns).orElseGet(List::of));
  }

  private RuntimeImage link(LinkPlan link, Path output) {
    LinkCache.Answer answer = inputs.runtime().link(link, output);
    if (answer.isRemembered()) {
      inputs.listener().on(new BuildEvent.Remembered(BuildEvent.Step.LINK));
    }
    return answer.image();
  }

  private RootFileSystem rootFileSystem(
      ImagePlan plan, RuntimeImage runtime, FoundJdk found, Optional<Base> base)
      throws IOException {
    RootFileSystemRequest.Contents contents = inputs.runtime().contents();
    if (base.isPresent()) {
      RootFileSystemRequest.Contents all =
          new RootFileSystemRequest.Contents(base.get().libraries(), false);
      RootFileSystem whole =
          RootFileSystem.of(
              new RootFileSystemRequest(
                  runtime, plan.files().runtimeHome(), plan.user().owner(), all));
      return base.get().complete(whole, plan);
    }
    if (contents.libraries().isHost()) {
      contents = contents.withLibraries(JdkLibraries.of(found, runtime));
    }
    return RootFileSystem.of(
        new RootFileSystemRequest(
            runtime, plan.files().runtimeHome(), plan.user().owner(), contents));
  }

  private static Workshop openWorkshop() {
    try {
      return Workshop.open();
    } catch (IOException e) {
      throw new ParkaException(
          RuntimeProblem.CANNOT_WRITE,
          "no temporary directory can be made in " + System.getProperty("java.io.tmpdir"),
          "set java.io.tmpdir to a directory with room",
          e);
    }
  }
}
