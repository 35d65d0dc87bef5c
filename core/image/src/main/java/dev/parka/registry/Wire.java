package dev.parka.registry;

import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes requests: each within its time, with redirects that give nothing away. */
final class Wire {

  private static final int MOST_REDIRECTS = 5;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final Set<Integer> REDIRECTS_OF_ALL_METHODS = Set.of(307, 308);
  private static final Set<String> READING = Set.of("GET", "HEAD");

  /** Each has a thread and its connections. */
  private static final Map<Duration, HttpClient> CLIENTS = new ConcurrentHashMap<>();

  private final HttpClient client;
  private final RegistryOptions options;

  Wire(RegistryOptions options) {
    this.options = options;
    this.client = CLIENTS.computeIfAbsent(options.patience().connect(), Wire::client);
  }

  /** HTTP/2 would be asked for by an upgrade that some registries' proxies stumble over. */
  private static HttpClient client(Duration connect) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connect)
        .build();
  }

  /**
   * Makes a request.
   *
   * @param home whose secrets the authorization holds; no other host gets it
   * @param authorization the value of the header, if there is one
   * @throws IOException if the network fails or the time is up
   * @throws ParkaException [InsecureRegistry] or [BadRegistryAnswer] for where a redirect leads
   */
  HttpResponse<byte[]> send(Ask ask, URI home, Optional<String> authorization, BodySink sink)
      throws IOException {
    long end = System.nanoTime() + ask.time().toNanos();
    Ask next = ask;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      HttpResponse<byte[]> answer =
          once(
              next,
              authorization.filter(isAt(home, next.uri()) ? a -> true : a -> false),
              sink,
              Duration.ofNanos(end - System.nanoTime()));
      if (!isRedirect(answer, next)) {
        return answer;
      }
      next = next.at(target(answer, next.uri()));
    }
    throw bad(Ask.shown(ask.uri()) + " redirects more than " + MOST_REDIRECTS + " times");
  }

  private static boolean isRedirect(HttpResponse<?> answer, Ask ask) {
    return REDIRECTS.contains(answer.statusCode())
        && (READING.contains(ask.method())
            || REDIRECTS_OF_ALL_METHODS.contains(answer.statusCode()));
  }

  private HttpResponse<byte[]> once(
      Ask ask, Optional<String> authorization, BodySink sink, Duration time) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(ask.uri()).method(ask.method(), ask.body().get());
    request.setHeader("User-Agent", "parka");
    ask.headers().forEach(request::setHeader);
    authorization.ifPresent(value -> request.setHeader("Authorization", value));
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request.build(), AnswerBody.handler(sink));
    try {
      return answer.get(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new HttpTimeoutException("the time is up");
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new InterruptedWork();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        throw failure;
      }
      throw new IOException(String.valueOf(e.getCause()), e.getCause());
    }
  }

  /**
   * Where an answer's {@code Location} leads.
   *
   * @throws ParkaException [BadRegistryAnswer] if it leads nowhere, [InsecureRegistry] if it leads
   *     from HTTPS to plain HTTP
   */
  static URI target(HttpResponse<?> answer, URI asked) {
    String location =
        answer
            .headers()
            .firstValue("Location")
            .orElseThrow(() -> bad(Ask.shown(asked) + " answers without a Location"));
    URI target;
    try {
      target = asked.resolve(location);
    } catch (IllegalArgumentException e) {
      throw bad(Ask.shown(asked) + " answers with a Location that is no address");
    }
    String scheme = String.valueOf(target.getScheme()).toLowerCase(Locale.ROOT);
    if (target.getHost() == null
        || target.getRawUserInfo() != null
        || !Set.of("http", "https").contains(scheme)) {
      throw bad(Ask.shown(asked) + " answers with a Location that no registry should give");
    }
    if (scheme.equals("http") && asked.getScheme().equals("https")) {
      throw new ParkaException(
          RegistryProblem.INSECURE_REGISTRY,
          Ask.shown(asked) + " leads to " + Ask.shown(target) + ", which is not encrypted",
          "have the registry, or the proxy before it, give addresses with https");
    }
    return target;
  }

  /** Whether both are of one server: the same scheme, host and port. */
  static boolean isAt(URI home, URI other) {
    return home.getScheme().equals(other.getScheme())
        && home.getHost().equalsIgnoreCase(other.getHost())
        && port(home) == port(other);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return uri.getScheme().equals("https") ? 443 : 80;
  }

  RegistryOptions options() {
    return options;
  }

  static ParkaException bad(String fact) {
    return new ParkaException(
        RegistryProblem.BAD_REGISTRY_ANSWER,
        fact,
        "look at the registry and at what stands between");
  }
}
