package dev.parka.image;

import dev.parka.oci.Layer;
import dev.parka.oci.LayerContent;
import dev.parka.oci.LayerFormat;
import dev.parka.oci.LayerParcel;
import dev.parka.plan.ImageFiles;
import dev.parka.registry.ImagePull;
import dev.parka.registry.ImagePush;
import dev.parka.registry.RegistryProblem;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.cache.CacheKey;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.link.LinkAccount;
import dev.parka.runtime.link.LinkAccounts;
import dev.parka.runtime.link.LinkCache;
import dev.parka.runtime.link.LinkPlan;
import dev.parka.runtime.link.RuntimeImage;
import dev.parka.spec.ImageReference;
import dev.parka.spec.Platform;
import dev.parka.spec.SpecProblem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Linked run-time images that machines share through a repository of a registry, each under a tag
 * that is made from all that its layer hangs on. What is found goes into this machine's cache, from
 * where it is taken as if it had been linked here. Nothing of this ever fails a build.
 */
final class SharedLinks {

  private final ImageReference repository;
  private final UserCache cache;
  private final BuildInputs inputs;
  private final Steps steps;
  private boolean isReachable = true;

  private SharedLinks(ImageReference repository, UserCache cache, BuildInputs inputs) {
    this.repository = repository;
    this.cache = cache;
    this.inputs = inputs;
    this.steps = new Steps(inputs.listener());
  }

  /** Those of a build; empty where none are shared, or a registry or the cache may not be asked. */
  static Optional<SharedLinks> of(BuildInputs inputs) {
    Registries registries = inputs.registries();
    boolean mayAsk = !registries.access().offline() && !inputs.runtime().proves();
    return inputs
        .runtime()
        .cache()
        .filter(there -> mayAsk)
        .flatMap(there -> registries.cache().map(it -> new SharedLinks(it, there, inputs)));
  }

  /**
   * Refuses what cannot be the repository of a cache.
   *
   * @throws ParkaException [BadReference]
   */
  static ImageReference require(ImageReference repository) {
    if (repository.tag().isPresent() || repository.digest().isPresent()) {
      throw new ParkaException(
          SpecProblem.BAD_REFERENCE,
          repository + " names a tag or a digest, and a cache has tags of its own",
          "name a repository, as in registry.acme.com/parka/cache");
    }
    return ImagePush.requireTarget(repository);
  }

  /** Brings the plan's run-time image to this machine's cache, if it is not there but shared. */
  void fetch(LinkPlan plan, ImageFiles places, Workshop workshop) {
    LinkCache links = new LinkCache(cache);
    Optional<Digest> key = links.key(plan);
    if (key.isPresent() && !links.has(key.get())) {
      steps.run(
          BuildEvent.Step.FETCH,
          () -> {
            fetch(links, key.get(), plan, places, workshop);
            return key;
          });
    }
  }

  private void fetch(
      LinkCache links, Digest key, LinkPlan plan, ImageFiles places, Workshop workshop)
      throws IOException {
    LayerParcel parcel = parcel(RuntimeFiles.named(key, places));
    Optional<ImageReference> place = place(parcel);
    if (place.isEmpty()) {
      return;
    }
    Path root = workshop.path("shared-root");
    try {
      Path layout = workshop.directory("shared");
      ImagePull.with(inputs.registries().access().options())
          .pull(place.get(), new Platform(plan.jdk().architecture()), layout);
      SortedMap<String, byte[]> notes = parcel.unpack(layout, root, places.runtimeHome());
      links.keep(key, root.resolve(places.runtimeHome().relative()), accounts(notes));
      noteThere(place.get());
    } catch (ParkaException e) {
      isReachable = !is(e, RegistryProblem.REGISTRY_UNREACHABLE);
      tell(
          BuildEvent.Step.FETCH,
          is(e, RegistryProblem.NOT_IN_REGISTRY)
              ? "the shared cache does not have it"
              : "the shared cache does not help: " + e.getMessage());
    }
  }

  /** Shares what is not shared yet, if this user may do that. */
  void share(RuntimeImage runtime, ImageFiles places, Workshop workshop) {
    Optional<LinkAccounts> accounts = runtime.accounts();
    if (accounts.isPresent() && isReachable) {
      try {
        LayerParcel parcel = parcel(new LayerContent(new RuntimeFiles(runtime, places), "modules"));
        Optional<ImageReference> place = place(parcel).filter(it -> !isKnownThere(it));
        place.ifPresent(
            it -> steps.run(BuildEvent.Step.SHARE, () -> send(parcel, it, runtime, workshop)));
      } catch (IOException e) {
        tell(BuildEvent.Step.SHARE, "the run-time image is not shared: " + e);
      }
    }
  }

  private boolean send(
      LayerParcel parcel, ImageReference place, RuntimeImage runtime, Workshop workshop)
      throws IOException {
    SortedMap<String, byte[]> notes = new TreeMap<>();
    runtime
        .accounts()
        .orElseThrow()
        .readAll()
        .forEach((what, account) -> notes.put(what.toString(), account));
    try {
      Path layout = workshop.directory("share");
      parcel.write(layout, place, new Platform(runtime.jdk().architecture()), notes);
      ImagePush.with(inputs.registries().access().options()).push(layout, place);
      noteThere(place);
      return true;
    } catch (ParkaException e) {
      tell(BuildEvent.Step.SHARE, "the run-time image is not shared: " + e.getMessage());
      return false;
    }
  }

  private LayerParcel parcel(LayerContent content) throws IOException {
    LayerFormat format = inputs.format();
    return LayerParcel.of(cache, Layer.Kind.RUNTIME_IMAGE, content, format);
  }

  private Optional<ImageReference> place(LayerParcel parcel) {
    return parcel.tag().map(tag -> ImageReference.of(repository.repository(), tag));
  }

  private static Map<LinkAccount, byte[]> accounts(SortedMap<String, byte[]> notes) {
    Map<LinkAccount, byte[]> accounts = new EnumMap<>(LinkAccount.class);
    for (LinkAccount what : LinkAccount.values()) {
      Optional.ofNullable(notes.get(what.toString())).ifPresent(it -> accounts.put(what, it));
    }
    return accounts;
  }

  private static boolean is(ParkaException failure, RegistryProblem id) {
    return failure.problems().stream().map(Problem::id).anyMatch(id::equals);
  }

  private void tell(BuildEvent.Step step, String text) {
    inputs.listener().on(new BuildEvent.Note(step, text));
  }

  private boolean isKnownThere(ImageReference place) {
    return cache.read(CacheKind.BLOB_PLACE, key(place)).isPresent();
  }

  private void noteThere(ImageReference place) {
    cache.write(CacheKind.BLOB_PLACE, key(place), new byte[0]);
  }

  private static CacheKey key(ImageReference place) {
    return new CacheKey("shared run-time image").add(place);
  }
}
