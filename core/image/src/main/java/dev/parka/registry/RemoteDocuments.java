package dev.parka.registry;

import dev.parka.oci.ArchiveDescriptor;
import dev.parka.oci.RemoteDocument;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.CachedBlobs;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.Removal;
import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Manifests and blobs of one repository: from the cache, else from the registry. */
final class RemoteDocuments {

  /** Indexes and manifests, in OCI's words and in Docker's. */
  static final String ACCEPTED =
      String.join(
          ", ",
          "application/vnd.oci.image.index.v1+json",
          "application/vnd.oci.image.manifest.v1+json",
          "application/vnd.docker.distribution.manifest.list.v2+json",
          "application/vnd.docker.distribution.manifest.v2+json");

  private final ImageReference reference;
  private final RegistryOptions options;
  private final Optional<CachedBlobs> cache;
  private final boolean offline;
  private @Nullable Session session;

  RemoteDocuments(
      ImageReference reference,
      RegistryOptions options,
      Optional<UserCache> cache,
      boolean offline) {
    this.reference = reference;
    this.options = options;
    this.cache = cache.map(there -> new CachedBlobs(there, CacheKind.PULLED_BLOB));
    this.offline = offline;
  }

  /**
   * An index or a manifest.
   *
   * @param digest of its bytes
   * @param content as it came
   * @param document what they say
   */
  record Found(Digest digest, Content content, RemoteDocument document) {

    void write(Path file) throws IOException {
      try (InputStream in = content.open()) {
        Files.copy(in, file);
      }
    }
  }

  /** What the tag means now. */
  Found byTag() {
    String tag = RegistryName.tag(reference);
    HttpResponse<byte[]> answer = fetch(tag, reference.repository() + ":" + tag);
    Found found = parse(answer, digest(answer.body()));
    keep(found.digest(), answer.body());
    return found;
  }

  /** The document of this digest. */
  Found byDigest(Digest digest) throws IOException {
    Optional<byte[]> kept = kept(digest);
    if (kept.isPresent()) {
      return new Found(
          digest,
          Content.of(kept.get()),
          RemoteDocument.parse(digest.toString(), kept.get(), Optional.empty()));
    }
    HttpResponse<byte[]> answer = fetch(digest.toString(), reference.repository() + "@" + digest);
    Digest actual = digest(answer.body());
    if (!actual.equals(digest)) {
      throw session()
          .problem(
              RegistryProblem.DAMAGED_DOWNLOAD,
              "what " + session().name() + " gives as " + digest + " has the digest " + actual,
              "look at the registry and at what stands between; nothing of it was kept");
    }
    Found found = parse(answer, digest);
    keep(digest, answer.body());
    return found;
  }

  private Found parse(HttpResponse<byte[]> answer, Digest digest) {
    Optional<String> type =
        answer
            .headers()
            .firstValue("Content-Type")
            .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    return new Found(
        digest,
        Content.of(answer.body()),
        RemoteDocument.parse(session().name() + "@" + digest, answer.body(), type));
  }

  private HttpResponse<byte[]> fetch(String name, String shown) {
    if (offline) {
      throw notHere(shown);
    }
    String what = "fetching the manifest of " + shown;
    HttpResponse<byte[]> answer =
        session().repeat(session().ask("GET", "manifests/" + name).with("Accept", ACCEPTED), what);
    if (answer.statusCode() != 200) {
      throw session().unexpected(answer, what);
    }
    return answer;
  }

  /** Brings a blob to this file. */
  void blob(ArchiveDescriptor blob, Path file) throws IOException {
    if (Files.exists(file)) {
      return;
    }
    if (cache.isPresent() && cache.get().read(key(blob.digest()), file)) {
      if (Files.size(file) != blob.size()) {
        throw Wire.bad(
            reference
                + " says that "
                + blob.digest()
                + " has "
                + blob.size()
                + " bytes, and it has "
                + Files.size(file));
      }
      return;
    }
    if (offline) {
      throw notHere(reference.repository() + "@" + blob.digest());
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      new BlobDownload(session(), blob, part).run();
      Files.move(part, file);
    } finally {
      Files.deleteIfExists(part);
    }
    cache.ifPresent(there -> there.write(key(blob.digest()), file));
  }

  private Optional<byte[]> kept(Digest digest) throws IOException {
    if (cache.isEmpty()) {
      return Optional.empty();
    }
    Path directory = Files.createTempDirectory("parka-pull-");
    try {
      Path file = directory.resolve("document");
      return cache.get().read(key(digest), file)
          ? Optional.of(Files.readAllBytes(file))
          : Optional.empty();
    } finally {
      Removal.of(directory);
    }
  }

  private void keep(Digest digest, byte[] bytes) {
    if (cache.isEmpty()) {
      return;
    }
    try {
      Path file = Files.createTempFile("parka-pull-", null);
      try {
        Files.write(file, bytes);
        cache.get().write(key(digest), file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      // It is fetched again the next time.
    }
  }

  private Session session() {
    Session open = session;
    if (open == null) {
      open = Session.open(reference, options, "pull");
      session = open;
    }
    return open;
  }

  private static ParkaException notHere(String what) {
    return new ParkaException(
        RegistryProblem.NOT_IN_CACHE,
        what + " is not in the cache, and no registry may be asked",
        "build once without --offline");
  }

  private static Digest digest(byte[] bytes) {
    return Digest.parse("sha256:" + dev.parka.runtime.cache.Digest.of(bytes));
  }

  private static dev.parka.runtime.cache.Digest key(Digest digest) {
    return dev.parka.runtime.cache.Digest.parse(digest.hex());
  }
}
