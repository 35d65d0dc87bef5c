package dev.parka.registry;

import dev.parka.oci.ArchiveDescriptor;
import dev.parka.runtime.tree.Content;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Sends one blob (OCI distribution specification, "Pushing a blob in chunks"): as one chunk where
 * all goes well. After a failure the registry is asked how much it has, and gets the rest; one that
 * does not know any more gets all of it again. Nothing is ever repeated blindly.
 */
final class BlobUpload {

  /** How a blob came to the registry. */
  enum Outcome {
    /** It was there. */
    PRESENT,
    /** It was in another repository of the registry. */
    MOUNTED,
    /** It was sent. */
    SENT
  }

  /** What registries answer that have forgotten an upload, or had it confused. */
  private static final Set<Integer> LOST = Set.of(400, 404, 409, 413, 416);

  private static final Set<Integer> STORED = Set.of(200, 201, 204);
  private static final Pattern RANGE = Pattern.compile("(?:bytes=)?0-([0-9]{1,18})");

  private final Session session;
  private final ArchiveDescriptor blob;
  private final Content content;
  private final TransferCount count;
  private final Attempts attempts;
  private @Nullable URI place;
  private long offset;

  BlobUpload(Session session, ArchiveDescriptor blob, Content content, TransferCount count) {
    this.session = session;
    this.blob = blob;
    this.content = content;
    this.count = count;
    this.attempts = session.attempts("sending " + blob.digest() + " to " + session.name());
  }

  /**
   * Brings the blob to the registry.
   *
   * @param repositories of the registry that may have it
   * @throws dev.parka.runtime.ParkaException as {@link ImagePush#push} does
   */
  Outcome run(List<String> repositories) {
    if (isThere()) {
      return Outcome.PRESENT;
    }
    for (String repository : repositories) {
      if (place == null && mount(repository)) {
        return Outcome.MOUNTED;
      }
    }
    boolean isDone = false;
    while (!isDone) {
      isDone = step();
    }
    return Outcome.SENT;
  }

  private boolean isThere() {
    HttpResponse<byte[]> answer =
        session.repeat(session.ask("HEAD", "blobs/" + blob.digest()), "looking for a blob");
    if (answer.statusCode() == 200) {
      OptionalLong length = answer.headers().firstValueAsLong("Content-Length");
      return length.isEmpty() || length.getAsLong() == blob.size();
    }
    if (answer.statusCode() == 404) {
      return false;
    }
    throw session.unexpected(answer, "looking for " + blob.digest() + " in " + session.name());
  }

  /** A registry that does not want to mount begins an upload instead, or refuses. */
  private boolean mount(String repository) {
    HttpResponse<byte[]> answer =
        session.repeat(
            session
                .ask("POST", "blobs/uploads/?mount=" + blob.digest() + "&from=" + repository)
                .withBody(BodyPublishers::noBody),
            "mounting a blob");
    if (answer.statusCode() == 202) {
      place = Wire.target(answer, answer.uri());
    }
    return answer.statusCode() == 201;
  }

  /** Goes on from where the upload is; answers whether it is done. */
  private boolean step() {
    boolean isLast = false;
    long before = offset;
    try {
      URI at = place == null ? begin() : place;
      place = at;
      isLast = offset >= blob.size();
      if (isLast) {
        return finish(at);
      }
      send(at);
      return false;
    } catch (AnswerBody.EndlessAnswer e) {
      throw Wire.bad("sending " + blob.digest() + ": " + e.getMessage());
    } catch (IOException e) {
      attempts.failed(e);
      if (isLast && isThere()) {
        return true;
      }
      askForState();
      if (offset > before) {
        attempts.gotOn();
      }
      return false;
    }
  }

  private URI begin() throws IOException {
    offset = 0;
    HttpResponse<byte[]> answer =
        session.once(session.ask("POST", "blobs/uploads/"), BodySink.NONE);
    if (answer.statusCode() != 202) {
      throw session.unexpected(answer, "beginning an upload to " + session.name());
    }
    return Wire.target(answer, answer.uri());
  }

  private void send(URI at) throws IOException {
    long from = offset;
    long rest = blob.size() - from;
    Ask patch =
        new Ask("PATCH", at, new TreeMap<>(), () -> rest(from), session.patience().forBlob(rest))
            .with("Content-Type", "application/octet-stream");
    if (from > 0) {
      patch = patch.with("Content-Range", from + "-" + (blob.size() - 1));
    }
    HttpResponse<byte[]> answer = session.once(patch, BodySink.NONE);
    if (LOST.contains(answer.statusCode())) {
      lose(answer);
    }
    if (answer.statusCode() != 202) {
      throw session.unexpected(answer, "sending " + blob.digest() + " to " + session.name());
    }
    place = Wire.target(answer, answer.uri());
    offset = stored(answer).orElse(blob.size());
    if (offset <= from) {
      throw new TemporaryFailure("the registry took nothing", Optional.empty());
    }
  }

  private boolean finish(URI at) throws IOException {
    String separator = at.getRawQuery() == null ? "?" : "&";
    Ask put =
        Ask.of(
                "PUT",
                URI.create(at + separator + "digest=" + blob.digest()),
                session.patience().forBlob(blob.size()))
            .with("Content-Type", "application/octet-stream");
    HttpResponse<byte[]> answer = session.once(put, BodySink.NONE);
    if (LOST.contains(answer.statusCode())) {
      lose(answer);
    }
    if (!STORED.contains(answer.statusCode())) {
      throw session.unexpected(answer, "ending the upload of " + blob.digest());
    }
    return true;
  }

  private void lose(HttpResponse<byte[]> answer) throws TemporaryFailure {
    place = null;
    throw new TemporaryFailure(
        session.unexpected(answer, "the upload").problems().get(0).fact(), Optional.empty());
  }

  /** How much the registry has; what it does not tell is begun anew. */
  private void askForState() {
    URI at = place;
    place = null;
    if (at == null) {
      offset = 0;
      return;
    }
    try {
      HttpResponse<byte[]> answer =
          session.once(Ask.of("GET", at, session.patience().answer()), BodySink.NONE);
      Optional<Long> has = stored(answer);
      if (answer.statusCode() == 204 && has.isPresent() && has.get() <= blob.size()) {
        place =
            answer.headers().firstValue("Location").isPresent()
                ? Wire.target(answer, answer.uri())
                : at;
        offset = has.get();
        return;
      }
    } catch (IOException e) {
      // Whoever cannot say has to take all of it again.
    }
    offset = 0;
  }

  /** The end of what was stored; nothing and the first byte alone are told in the same way. */
  private static Optional<Long> stored(HttpResponse<byte[]> answer) {
    return answer
        .headers()
        .firstValue("Range")
        .map(RANGE::matcher)
        .filter(Matcher::matches)
        .map(range -> Long.parseLong(range.group(1)))
        .map(last -> last == 0 ? 0 : last + 1);
  }

  private BodyPublisher rest(long from) {
    return BodyPublishers.fromPublisher(
        BodyPublishers.ofInputStream(() -> open(from)), blob.size() - from);
  }

  private InputStream open(long from) {
    try {
      InputStream in = content.open();
      in.skipNBytes(from);
      return counted(in, from);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InputStream counted(InputStream bytes, long from) {
    return new FilterInputStream(bytes) {
      private long position = from;

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = in.read(buffer, offset, length);
        if (read > 0) {
          position += read;
          count.on(blob.digest(), position);
        }
        return read;
      }
    };
  }
}
