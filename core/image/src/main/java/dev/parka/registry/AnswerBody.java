package dev.parka.registry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Takes an answer's body: into a sink, or into memory up to a limit. */
final class AnswerBody implements BodySubscriber<byte[]> {

  /** What registries allow a manifest to have (OCI distribution specification). */
  static final int MOST_BYTES = 4 << 20;

  private final BodySink sink;
  private final boolean toSink;
  private final CompletableFuture<byte[]> done = new CompletableFuture<>();
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private @Nullable Subscription subscription;

  private AnswerBody(BodySink sink, boolean toSink) {
    this.sink = sink;
    this.toSink = toSink;
  }

  static BodyHandler<byte[]> handler(BodySink sink) {
    return info -> {
      try {
        return new AnswerBody(sink, sink.wants(info.statusCode(), info.headers()));
      } catch (IOException e) {
        AnswerBody failed = new AnswerBody(sink, false);
        failed.done.completeExceptionally(e);
        return failed;
      }
    };
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return done;
  }

  @Override
  public void onSubscribe(Subscription newSubscription) {
    subscription = newSubscription;
    newSubscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    if (done.isDone()) {
      stop();
      return;
    }
    try {
      for (ByteBuffer buffer : buffers) {
        accept(buffer);
      }
    } catch (IOException | RuntimeException e) {
      done.completeExceptionally(e);
      stop();
    }
  }

  private void accept(ByteBuffer buffer) throws IOException {
    if (toSink) {
      sink.accept(buffer);
      return;
    }
    if (kept.size() + buffer.remaining() > MOST_BYTES) {
      throw new EndlessAnswer();
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.get(bytes);
    kept.writeBytes(bytes);
  }

  private void stop() {
    if (subscription != null) {
      subscription.cancel();
    }
  }

  @Override
  public void onError(Throwable failure) {
    done.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    done.complete(kept.toByteArray());
  }

  /** The answer is longer than any may be. */
  static final class EndlessAnswer extends IOException {

    private static final long serialVersionUID = 1;

    EndlessAnswer() {
      super("the answer has more than " + MOST_BYTES + " bytes");
    }
  }
}
