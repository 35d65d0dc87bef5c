package dev.parka.registry;

import dev.parka.oci.ArchiveDescriptor;
import dev.parka.runtime.cache.Sha256;
import dev.parka.spec.Digest;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * Fetches one blob into a file. What was cut off goes on where it was cut, if the registry knows
 * ranges; nothing is taken for the blob but the bytes that its digest names.
 */
final class BlobDownload {

  /** What was damaged on its way may come whole the next time; what is damaged there stays so. */
  private static final int MOST_DAMAGED = 2;

  private final Session session;
  private final ArchiveDescriptor blob;
  private final Path file;
  private final Attempts attempts;
  private MessageDigest sha256 = Sha256.begin();
  private long count;
  private int damaged;

  BlobDownload(Session session, ArchiveDescriptor blob, Path file) {
    this.session = session;
    this.blob = blob;
    this.file = file;
    this.attempts = session.attempts("fetching " + blob.digest() + " from " + session.name());
  }

  /**
   * Fetches it.
   *
   * @throws dev.parka.runtime.ParkaException as {@link ImagePull#pull} does
   * @throws IOException if the file cannot be written
   */
  void run() throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      boolean isDone = false;
      while (!isDone) {
        isDone = step(channel);
      }
    }
  }

  private boolean step(FileChannel channel) throws IOException {
    long before = count;
    Sink sink = new Sink(channel);
    try {
      Ask get =
          session
              .ask("GET", "blobs/" + blob.digest())
              .within(session.patience().forBlob(blob.size() - count));
      if (count > 0) {
        get = get.with("Range", "bytes=" + count + "-" + (blob.size() - 1));
      }
      judge(session.once(get, sink));
      return isWhole();
    } catch (AnswerBody.EndlessAnswer e) {
      throw Wire.bad("fetching " + blob.digest() + ": " + e.getMessage());
    } catch (TooLong e) {
      sink.close();
      count = blob.size() + 1;
      return isWhole();
    } catch (DiskFailure e) {
      throw e;
    } catch (IOException e) {
      sink.close();
      attempts.failed(e);
      if (count > before) {
        attempts.gotOn();
      }
      return false;
    }
  }

  private void judge(HttpResponse<byte[]> answer) throws IOException {
    int status = answer.statusCode();
    if (status == 416 && count > 0) {
      restart();
      throw new TemporaryFailure("the registry cannot go on with it", Optional.empty());
    }
    if (status != 200 && status != 206) {
      throw session.unexpected(answer, "fetching " + blob.digest() + " from " + session.name());
    }
    if (count < blob.size()) {
      throw new TemporaryFailure(
          "after " + count + " of " + blob.size() + " bytes it ended", Optional.empty());
    }
  }

  private boolean isWhole() {
    String fact;
    if (count > blob.size()) {
      fact = "has more than " + blob.size() + " bytes";
    } else {
      Digest actual = Digest.of(sha256.digest());
      if (actual.equals(blob.digest())) {
        return true;
      }
      fact = "has the digest " + actual;
    }
    restart();
    if (++damaged == MOST_DAMAGED) {
      throw session.problem(
          RegistryProblem.DAMAGED_DOWNLOAD,
          "what " + session.name() + " gives as " + blob.digest() + " " + fact,
          "look at the registry and at what stands between; nothing of it was kept");
    }
    return false;
  }

  private void restart() {
    count = 0;
    sha256 = Sha256.begin();
  }

  /** Tells the disk's failures from the network's: another attempt does not make room. */
  private static final class DiskFailure extends IOException {

    private static final long serialVersionUID = 1;

    DiskFailure(IOException failure) {
      super(failure.getMessage(), failure);
    }
  }

  /** Takes the bytes of one answer; closed when that is given up, as bytes may still be coming. */
  private final class Sink implements BodySink {

    private final FileChannel channel;
    private boolean isClosed;

    Sink(FileChannel channel) {
      this.channel = channel;
    }

    synchronized void close() {
      isClosed = true;
    }

    @Override
    public synchronized boolean wants(int status, HttpHeaders headers) throws IOException {
      if (isClosed) {
        throw new IOException("it was given up");
      }
      if (status == 200) {
        restart();
        return true;
      }
      if (status != 206) {
        return false;
      }
      String range = headers.firstValue("Content-Range").orElse("");
      if (!range.startsWith("bytes " + count + "-")) {
        restart();
        throw new IOException("the registry goes on where it was not asked to");
      }
      return true;
    }

    @Override
    public synchronized void accept(ByteBuffer bytes) throws IOException {
      if (isClosed) {
        throw new IOException("it was given up");
      }
      if (count + bytes.remaining() > blob.size()) {
        throw new TooLong();
      }
      sha256.update(bytes.duplicate());
      try {
        while (bytes.hasRemaining()) {
          count += channel.write(bytes, count);
        }
      } catch (IOException e) {
        throw new DiskFailure(e);
      }
    }
  }

  /** More bytes come than the blob has. */
  private static final class TooLong extends IOException {

    private static final long serialVersionUID = 1;
  }
}
