package dev.parka.image;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.annotations.Startup;
import dev.parka.jdks.JdkSource;
import dev.parka.oci.LayerCompression;
import dev.parka.plan.ModuleChoice;
import dev.parka.registry.RegistryAccess;
import dev.parka.registry.RegistryOptions;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ModulePath;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.InferenceLevel;
import dev.parka.runtime.rootfs.LibrarySource;
import dev.parka.runtime.rootfs.RootFileSystemRequest;
import dev.parka.runtime.startup.ArchiveSource;
import dev.parka.runtime.startup.Training;
import dev.parka.runtime.trace.TraceMode;
import dev.parka.spec.ImageLabel;
import dev.parka.spec.ImageReference;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.Platform;
import dev.parka.verify.Finding;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Builds container images without a daemon. Reads as a sentence:
 *
 * <pre>{@code
 * try (BuiltImage image =
 *     ContainerImages.of(new PetStoreImage())
 *         .classPath(Path.of("target/petstore.jar"), Path.of("target/lib/jackson-jr.jar"))
 *         .build()) {
 *   image.toOciTar(Path.of("target/petstore.oci.tar"));
 *   assertThat(image.verify().isGood()).isTrue();
 * }
 * }</pre>
 *
 * <p>Immutable: every method gives a new value.
 */
public final class ContainerImages {

  /**
   * The time of every file and of the image, unless another is asked for: when zip's clock began.
   */
  public static final Instant DEFAULT_TIME = Instant.parse("1980-01-01T00:00:00Z");

  private final ImageSpec spec;
  private final BuildInputs inputs;

  private ContainerImages(ImageSpec spec, BuildInputs inputs) {
    this.spec = spec;
    this.inputs = inputs;
  }

  /**
   * Begins with what is wanted.
   *
   * @throws dev.parka.runtime.ParkaException with every bad value of the descriptor
   */
  public static ContainerImages of(ImageDescriptor descriptor) {
    return of(ImageSpec.from(descriptor));
  }

  /** Begins with what is wanted, checked before. */
  public static ContainerImages of(ImageSpec spec) {
    return new ContainerImages(spec, BuildInputs.NONE);
  }

  /**
   * Takes these jars and directories as the class path, in this order, and what the jars name in
   * the {@code Class-Path} of their manifests. Of an executable jar of Spring Boot, if it is the
   * first, the image has the jars that are inside, each by itself.
   *
   * @throws dev.parka.runtime.ParkaException [NoSuchClassPathEntry] or [BadJar] for each bad one
   */
  public ContainerImages classPath(Path... entries) {
    return classPath(Arrays.asList(entries));
  }

  /** The same with a list. */
  public ContainerImages classPath(List<Path> entries) {
    return classPath(ClassPath.of(entries));
  }

  /** The same with a class path. */
  public ContainerImages classPath(ClassPath classPath) {
    return path(inputs.path().withClassPath(classPath.withManifestEntries()));
  }

  /**
   * Takes these jars and exploded modules as the module path, beside the class path if there is
   * one. The image then starts the module that the main class is in, with all that this brings with
   * it: what modules provide, and encapsulate, counts as it does for {@code java --module}.
   */
  public ContainerImages modulePath(ModulePath modulePath) {
    return path(inputs.path().withModulePath(modulePath));
  }

  private ContainerImages path(ApplicationPath path) {
    return new ContainerImages(spec, inputs.withPath(path));
  }

  /** Lets this much of the class path count, instead of what the default level does. */
  public ContainerImages level(InferenceLevel level) {
    return choice(inputs.search().choice().withLevel(level));
  }

  /**
   * Takes what runs of the application left in these files, as {@link
   * dev.parka.runtime.trace.Trace#read} does: modules that they loaded are added.
   */
  public ContainerImages trace(Path... files) {
    return trace(Arrays.asList(files));
  }

  /** The same with a list. */
  public ContainerImages trace(List<Path> files) {
    return choice(inputs.search().choice().withTraces(files));
  }

  /** Lets the recorded runs do this to the list of modules instead of adding to it. */
  public ContainerImages traceMode(TraceMode mode) {
    return choice(inputs.search().choice().withMode(mode));
  }

  /** Chooses the modules so: level, recorded runs and what these do, at once. */
  public ContainerImages choice(ModuleChoice choice) {
    return new ContainerImages(spec, inputs.withSearch(inputs.search().withChoice(choice)));
  }

  /**
   * Takes from the user's cache what was made before, and keeps it there otherwise ({@code true},
   * the default), or makes it in any case: the list of modules of a class path, the linked run-time
   * image, the start-up archive. Lists and run-time images are the same then; an archive that is
   * not reproducible is another one. The cache lies where the variable {@code PARKA_CACHE} says, by
   * default in {@code ~/.cache/parka}, and nowhere if it says {@code off}.
   */
  public ContainerImages cache(boolean wanted) {
    return new ContainerImages(
        spec,
        inputs
            .withSearch(inputs.search().withCache(wanted))
            .withRuntime(inputs.runtime().withCache(wanted)));
  }

  /** Puts this into the image so that its JVM starts faster, whatever the descriptor says. */
  public ContainerImages startup(Startup startup) {
    return new ContainerImages(spec.withStartup(startup), inputs);
  }

  /** Runs the application for its start-up archive, on this machine, as this user. */
  public ContainerImages training(Training training) {
    return archiveSource(new ArchiveSource.Trained(training));
  }

  /** Makes the start-up archive of a list of classes, as {@code -XX:DumpLoadedClassList} has it. */
  public ContainerImages classList(Path file) {
    return archiveSource(new ArchiveSource.Listed(file));
  }

  /**
   * Takes the start-up archive that an earlier build made, so that the image is the same again.
   *
   * @param file where it was kept
   * @param digest what {@link BuiltImage#startupArchive()} said of it
   */
  public ContainerImages startupArchive(Path file, Digest digest) {
    return archiveSource(new ArchiveSource.Kept(file, digest));
  }

  /**
   * Pins a start-up archive that is not reproducible in the lock file, whatever was pinned there
   * before ({@code true}), or takes the one that is pinned and warns where there is none ({@code
   * false}, the default).
   */
  public ContainerImages updateLock(boolean wanted) {
    return startup(inputs.runtime().startup().withLockUpdate(wanted));
  }

  private ContainerImages archiveSource(ArchiveSource source) {
    return startup(inputs.runtime().startup().withSource(source));
  }

  private ContainerImages startup(StartupInputs startup) {
    return new ContainerImages(spec, inputs.withRuntime(inputs.runtime().withStartup(startup)));
  }

  /**
   * Links the run-time image twice, each time in a JVM of its own, whatever the cache has, and
   * compares every file ({@code true}), or trusts the recipe that makes links bit-stable ({@code
   * false}, the default). A difference fails the build with [UnstableLink].
   */
  public ContainerImages prove(boolean wanted) {
    return new ContainerImages(spec, inputs.withRuntime(inputs.runtime().withProof(wanted)));
  }

  /**
   * Never leaves out these classes of the JDK, nor what they lead to, where unreferenced classes
   * are left out.
   *
   * @param patterns binary names, such as {@code sun.net.www.protocol.*}: a {@code *} stands for
   *     anything, packages below included
   */
  public ContainerImages keepClasses(String... patterns) {
    return keepClasses(Arrays.asList(patterns));
  }

  /** The same with a list. */
  public ContainerImages keepClasses(List<String> patterns) {
    return new ContainerImages(
        spec, inputs.withRuntime(inputs.runtime().withKeptClasses(patterns)));
  }

  /**
   * Takes the shared libraries under the run-time image from here instead of from this machine:
   * from the root file system of a base image, or of the image whose JDK links, in a directory.
   */
  public ContainerImages libraries(LibrarySource source) {
    return contents(inputs.runtime().contents().withLibraries(source));
  }

  /**
   * Puts CA certificates into {@code /etc/ssl} ({@code true}), for programs that the application
   * runs and that are not Java's; Java has its own. By default there are none.
   */
  public ContainerImages caCertificates(boolean wanted) {
    return contents(inputs.runtime().contents().withCaCertificates(wanted));
  }

  private ContainerImages contents(RootFileSystemRequest.Contents contents) {
    return new ContainerImages(spec, inputs.withRuntime(inputs.runtime().withContents(contents)));
  }

  /**
   * Links from this JDK. Without it, from the one that runs the build if that is of the version and
   * for the platform that the image wants, else from one of this machine that is.
   */
  public ContainerImages jdk(Jdk jdk) {
    return jdk(new JdkSource.Home(jdk.home()));
  }

  /**
   * Links from the JDK at this source: an installation, archives, a root file system, an image
   * layout. It may be for another processor or C library if it has jmods, and this machine a JDK of
   * the same feature version.
   */
  public ContainerImages jdk(JdkSource source) {
    return new ContainerImages(spec, inputs.withRuntime(inputs.runtime().withJdk(source)));
  }

  /**
   * Speaks so to the registries of a base image, of an image with a JDK, and of a shared cache,
   * instead of with {@link RegistryOptions#ofThisUser()}.
   */
  public ContainerImages registry(RegistryOptions options) {
    return access(inputs.registries().access().withOptions(options));
  }

  /**
   * Takes a base image, or one with a JDK, by the digest that this file has for its reference,
   * instead of {@code container-image.lock} in the current directory. A file that is not there pins
   * nothing.
   */
  public ContainerImages lock(Path file) {
    return access(inputs.registries().access().withLock(file));
  }

  /**
   * Asks no registry for anything ({@code true}), or only for what is not in the cache ({@code
   * false}, the default): an image that is pinned and was pulled before needs none.
   */
  public ContainerImages offline(boolean wanted) {
    return access(inputs.registries().access().withOffline(wanted));
  }

  private ContainerImages access(RegistryAccess access) {
    return new ContainerImages(spec, inputs.withRegistries(inputs.registries().withAccess(access)));
  }

  /**
   * Looks for linked run-time images in this repository, too, and puts there what this machine
   * links, so that of many machines one does the work. Whoever may push to it can give every
   * machine that reads it another Java: let only trusted builds push. See
   * docs/adr/0025-a-registry-as-cache.md.
   *
   * @param repository such as {@code registry.acme.com/parka/cache}; tags are the cache's own
   * @throws dev.parka.runtime.ParkaException [BadReference] if it has a tag or a digest
   */
  public ContainerImages registryCache(ImageReference repository) {
    return new ContainerImages(
        spec,
        inputs.withRegistries(inputs.registries().withCache(SharedLinks.require(repository))));
  }

  /** Gives every file and the image this time, to the second, instead of {@link #DEFAULT_TIME}. */
  public ContainerImages time(Instant time) {
    return new ContainerImages(spec, inputs.withFormat(inputs.format().withTime(time)));
  }

  /**
   * Has the image's manifest, and an index of it, say this as well, such as where its source is
   * ({@code org.opencontainers.image.source}) and of which revision. A label of such a name is said
   * there anyway.
   *
   * @throws dev.parka.runtime.ParkaException [BadLabelKey], [ReservedLabel] or [BadText]
   */
  public ContainerImages annotation(String key, String value) {
    ImageLabel checked = new ImageLabel(key, value);
    return new ContainerImages(spec, inputs.withAnnotation(checked.key(), checked.value()));
  }

  /** Compresses layers so, instead of with {@link LayerCompression#GZIP}. */
  public ContainerImages compression(LayerCompression compression) {
    return new ContainerImages(
        spec, inputs.withFormat(inputs.format().withCompression(compression)));
  }

  /** Keeps run-time images and layers in this cache instead of the user's. */
  ContainerImages in(UserCache cache) {
    return new ContainerImages(spec, inputs.withRuntime(inputs.runtime().in(cache)));
  }

  /** Tells the listener how the build goes on. */
  public ContainerImages listener(BuildListener listener) {
    return new ContainerImages(spec, inputs.withListener(listener));
  }

  /**
   * Builds the image. Takes some seconds, most of them for jlink.
   *
   * @throws dev.parka.runtime.ParkaException if it cannot be built, with what stands in the way
   */
  public BuiltImage build() {
    return new ImageBuild(spec, inputs).run();
  }

  /**
   * Builds the image once more, in another directory, time zone and locale and with nothing
   * remembered, and compares: no finding means that every byte is the same. Changes the defaults of
   * this JVM meanwhile, so that nothing else should run in it.
   *
   * @param image what this has built
   * @throws dev.parka.runtime.ParkaException as {@link #build} does; [CannotRead] if this machine's
   *     disk fails
   */
  public List<Finding> reproduce(BuiltImage image) {
    ContainerImages again = cache(false);
    return new Steps(inputs.listener())
        .run(BuildEvent.Step.VERIFY, () -> Reproduction.of(image, again::build));
  }

  /**
   * Builds an image for each platform, one after the other, and puts them under one index; closing
   * that closes the images.
   *
   * @param jdks the JDK to link from for each platform, which may be for another processor than
   *     this machine's
   * @throws IllegalArgumentException if there are none
   * @throws dev.parka.runtime.ParkaException if one cannot be built, with what stands in the way
   */
  public ImageIndex buildFor(Map<Platform, JdkSource> jdks) {
    List<ImageBuild> builds = new ArrayList<>();
    jdks.forEach(
        (platform, jdk) ->
            builds.add(
                new ImageBuild(
                    spec.withPlatform(platform),
                    inputs.withRuntime(inputs.runtime().withJdk(jdk)))));
    // What stands in the way of the last is told before the first has taken its time.
    builds.forEach(ImageBuild::check);
    List<BuiltImage> images = new ArrayList<>();
    boolean isDone = false;
    try {
      builds.forEach(build -> images.add(build.run()));
      ImageIndex index = ImageIndex.owning(images);
      isDone = true;
      return index;
    } finally {
      if (!isDone) {
        images.forEach(BuiltImage::close);
      }
    }
  }
}
