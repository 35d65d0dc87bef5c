package dev.parka.registry;

import dev.parka.oci.ArchiveDescriptor;
import dev.parka.oci.ArchiveManifest;
import dev.parka.oci.ArchiveProblem;
import dev.parka.oci.ImageArchive;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.cache.UserCache;
import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import dev.parka.spec.SpecProblem;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/**
 * Sends an image, or an index of images, to a registry: first what it lacks of configurations and
 * layers, a few side by side, then the manifests under an index by their digests, and last what
 * makes the tag mean this image. Until then the tag means what it meant before.
 */
public final class ImagePush {

  private static final String DIGEST_HEADER = "Docker-Content-Digest";
  private static final Set<Integer> STORED = Set.of(200, 201, 202, 204);

  private final RegistryOptions options;
  private final List<ImageReference> sources;
  private final BlobPlaces places;
  private final TransferProgress progress;

  private ImagePush(
      RegistryOptions options,
      List<ImageReference> sources,
      BlobPlaces places,
      TransferProgress progress) {
    this.options = options;
    this.sources = List.copyOf(sources);
    this.places = places;
    this.progress = progress;
  }

  /** Pushes that speak to registries so, and remember in the user's cache what lies where. */
  public static ImagePush with(RegistryOptions options) {
    return new ImagePush(
        options, List.of(), new BlobPlaces(UserCache.ofThisUser()), TransferProgress.SILENT);
  }

  /** The same without a cache. */
  public ImagePush withoutCache() {
    return new ImagePush(options, sources, new BlobPlaces(Optional.empty()), progress);
  }

  ImagePush in(UserCache cache) {
    return new ImagePush(options, sources, new BlobPlaces(Optional.of(cache)), progress);
  }

  /** Layers may come from this image's repository: the base, for example. */
  public ImagePush mountingFrom(ImageReference source) {
    List<ImageReference> more = new ArrayList<>(sources);
    more.add(source);
    return new ImagePush(options, more, places, progress);
  }

  /** Tells this listener how much has got there. */
  public ImagePush telling(TransferProgress listener) {
    return new ImagePush(options, sources, places, listener);
  }

  /**
   * Refuses what nothing can be pushed to, before an image is built for it.
   *
   * @throws ParkaException [BadReference]
   */
  public static ImageReference requireTarget(ImageReference target) {
    if (target.digest().isPresent()) {
      throw new ParkaException(
          SpecProblem.BAD_REFERENCE,
          target + " names a digest, which only the image itself can give",
          "name a tag");
    }
    RegistryName.of(target);
    return target;
  }

  /**
   * Sends what a layout holds: one image, or one index with all its images.
   *
   * @param layout the layout, which is sent as it is
   * @param target repository and tag; {@code latest} if it has none
   * @throws ParkaException [RegistryUnreachable], [RegistryRefused], [NotInRegistry],
   *     [BadRegistryAnswer], [InsecureRegistry] or [NoCredentials]; the tag means what it meant
   *     before, unless only the answer to the manifest was lost; [NotAnImage] or [BadDocument] if
   *     the layout holds not one image or index
   * @throws IOException if the layout cannot be read
   */
  public PushedImage push(Path layout, ImageReference target) throws IOException {
    requireTarget(target);
    try (ImageArchive archive = ImageArchive.open(layout)) {
      int images = archive.size();
      if (images != 1) {
        throw new ParkaException(
            ArchiveProblem.NOT_AN_IMAGE,
            layout + " holds " + images + " images, and one is pushed at a time",
            "give a layout with one image, or with several under one index");
      }
      List<ArchiveDescriptor> documents = archive.documents();
      ArchiveDescriptor whole = documents.get(documents.size() - 1);
      Session session = Session.open(target, options, "pull,push");
      PushedImage pushed = new PushedImage(target, whole.digest(), PushedImage.Blobs.NONE);
      return isTagged(session, pushed)
          ? pushed
          : new PushedImage(target, whole.digest(), push(archive, documents, session, target));
    }
  }

  /** Whether the tag means this image already; then the registry has all of it. */
  private static boolean isTagged(Session session, PushedImage image) {
    Ask head =
        session
            .ask("HEAD", "manifests/" + RegistryName.tag(image.reference()))
            .with("Accept", RemoteDocuments.ACCEPTED);
    HttpResponse<byte[]> answer = session.repeat(head, "asking " + session.name() + " for its tag");
    return answer.statusCode() == 200
        && answer
            .headers()
            .firstValue(DIGEST_HEADER)
            .equals(Optional.of(image.digest().toString()));
  }

  private PushedImage.Blobs push(
      ImageArchive archive,
      List<ArchiveDescriptor> documents,
      Session session,
      ImageReference target)
      throws IOException {
    PushedImage.Blobs blobs = send(archive, blobs(archive), session);
    for (ArchiveDescriptor below : documents.subList(0, documents.size() - 1)) {
      put(archive, below, session, "@" + below.digest());
    }
    ArchiveDescriptor whole = documents.get(documents.size() - 1);
    put(archive, whole, session, ":" + RegistryName.tag(target));
    return blobs;
  }

  /** Every blob of every image, once. */
  private static Map<Digest, ArchiveDescriptor> blobs(ImageArchive archive) throws IOException {
    Map<Digest, ArchiveDescriptor> blobs = new LinkedHashMap<>();
    for (ArchiveDescriptor image : archive.images()) {
      ArchiveManifest manifest = archive.manifest(image);
      manifest.layers().forEach(layer -> blobs.put(layer.digest(), layer));
      blobs.put(manifest.config().digest(), manifest.config());
    }
    return blobs;
  }

  private PushedImage.Blobs send(
      ImageArchive archive, Map<Digest, ArchiveDescriptor> blobs, Session session)
      throws IOException {
    Map<Digest, List<String>> candidates = candidates(session.name(), blobs.keySet());
    candidates.values().stream()
        .flatMap(List::stream)
        .distinct()
        .forEach(repository -> session.want(repository, "pull"));
    long total = blobs.values().stream().mapToLong(ArchiveDescriptor::size).sum();
    TransferCount count = new TransferCount(progress, total);
    List<Callable<PushedImage.Blobs>> uploads = new ArrayList<>();
    for (ArchiveDescriptor blob : blobs.values()) {
      BlobUpload upload = new BlobUpload(session, blob, archive.blobOf(blob), count);
      uploads.add(
          () -> {
            BlobUpload.Outcome outcome =
                upload.run(candidates.getOrDefault(blob.digest(), List.of()));
            count.on(blob.digest(), blob.size());
            places.note(session.name(), blob.digest());
            return PushedImage.Blobs.one(outcome, blob.size());
          });
    }
    return SideBySide.run(uploads).stream().reduce(PushedImage.Blobs.NONE, PushedImage.Blobs::plus);
  }

  private Map<Digest, List<String>> candidates(RegistryName target, Set<Digest> blobs) {
    Map<Digest, List<String>> candidates = new LinkedHashMap<>();
    for (Digest blob : blobs) {
      Set<String> repositories = new LinkedHashSet<>();
      places.find(target.host(), blob).ifPresent(repositories::add);
      for (ImageReference source : sources) {
        RegistryName name = RegistryName.of(source);
        if (name.host().equals(target.host())) {
          repositories.add(name.repository());
        }
      }
      repositories.remove(target.repository());
      candidates.put(blob, List.copyOf(repositories));
    }
    return candidates;
  }

  /** Sends a document to where it is found as a colon and a tag, or an at and a digest, say. */
  private static void put(
      ImageArchive archive, ArchiveDescriptor document, Session session, String name)
      throws IOException {
    byte[] bytes;
    try (InputStream in = archive.blobOf(document).open()) {
      bytes = in.readAllBytes();
    }
    String shown = session.name() + name;
    Ask put =
        session
            .ask("PUT", "manifests/" + name.substring(1))
            .with("Content-Type", document.mediaType())
            .withBody(() -> BodyPublishers.ofByteArray(bytes));
    HttpResponse<byte[]> answer = session.repeat(put, "sending the manifest to " + shown);
    if (!STORED.contains(answer.statusCode())) {
      throw session.unexpected(answer, "sending the manifest to " + shown);
    }
    Optional<String> digest = answer.headers().firstValue(DIGEST_HEADER);
    if (digest.isPresent() && !digest.get().equals(document.digest().toString())) {
      throw session.problem(
          RegistryProblem.BAD_REGISTRY_ANSWER,
          shown + " has the digest " + digest.get() + ", not " + document.digest(),
          "look at the registry and at what stands between");
    }
  }
}
