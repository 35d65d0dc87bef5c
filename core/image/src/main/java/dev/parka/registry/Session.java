package dev.parka.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parka.runtime.ParkaException;
import dev.parka.spec.ImageReference;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Talks to one repository of one registry: who the user is, what to try again, what to say. */
final class Session {

  private static final JsonMapper JSON = new JsonMapper();
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int SERVER_ERRORS = 500;

  private final RegistryName name;
  private final RegistryOptions options;
  private final URI root;
  private final Wire wire;
  private final Secrets secrets = new Secrets();
  private final Authorization authorization;

  private Session(RegistryName name, RegistryOptions options, Optional<Login> login) {
    this.name = name;
    this.options = options;
    this.root = name.root(options.insecure());
    this.wire = new Wire(options);
    this.authorization = new Authorization(root, wire, login, secrets);
  }

  /**
   * Opens a session; nothing is asked yet.
   *
   * @param actions what is going to be done, such as {@code pull,push}
   */
  static Session open(ImageReference reference, RegistryOptions options, String actions) {
    Optional<Login> login =
        new Logins(options.environment(), options.patience().answer()).find(reference);
    Session session = new Session(RegistryName.of(reference), options, login);
    session.want(session.name.repository(), actions);
    return session;
  }

  /** Is going to do something with this repository of the same registry as well. */
  void want(String repository, String actions) {
    authorization.want("repository:" + repository + ":" + actions);
  }

  RegistryName name() {
    return name;
  }

  Patience patience() {
    return options.patience();
  }

  Attempts attempts(String what) {
    return new Attempts(what, options.patience(), secrets);
  }

  /** A request about something in the repository, such as {@code manifests/latest}. */
  Ask ask(String method, String path) {
    return Ask.of(
        method, root.resolve(name.repository() + "/" + path), options.patience().answer());
  }

  /** Makes a request that can be repeated, as often as it helps. */
  HttpResponse<byte[]> repeat(Ask ask, String what) {
    Attempts attempts = attempts(what);
    while (true) {
      try {
        return once(ask, BodySink.NONE);
      } catch (AnswerBody.EndlessAnswer e) {
        throw Wire.bad(ask + ": " + e.getMessage());
      } catch (IOException e) {
        attempts.failed(e);
      }
    }
  }

  /**
   * Makes a request once, or twice where the registry asks who the user is.
   *
   * @throws TemporaryFailure for an answer after which another attempt may do better
   * @throws IOException if the network fails
   */
  HttpResponse<byte[]> once(Ask ask, BodySink sink) throws IOException {
    Optional<String> sent = authorization.header();
    HttpResponse<byte[]> answer = wire.send(ask, root, sent, sink);
    if (answer.statusCode() == UNAUTHORIZED && authorization.answer(answer, sent)) {
      answer = wire.send(ask, root, authorization.header(), sink);
    }
    int status = answer.statusCode();
    if (status >= SERVER_ERRORS || status == TOO_MANY_REQUESTS || status == REQUEST_TIMEOUT) {
      throw temporary(answer, ask.toString());
    }
    return answer;
  }

  static TemporaryFailure temporary(HttpResponse<byte[]> answer, String asked) {
    return new TemporaryFailure(
        asked + " is answered with " + answer.statusCode(),
        answer.headers().firstValue("Retry-After").flatMap(Session::duration));
  }

  /** Seconds, or a date (RFC 7231, section 7.1.3). */
  private static Optional<Duration> duration(String text) {
    try {
      return Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(text.strip()))));
    } catch (NumberFormatException e) {
      try {
        Instant then =
            ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        Duration left = Duration.between(Instant.now(), then);
        return Optional.of(left.isNegative() ? Duration.ZERO : left);
      } catch (DateTimeException notADate) {
        return Optional.empty();
      }
    }
  }

  /** What an answer means that is not the hoped-for one. */
  ParkaException unexpected(HttpResponse<byte[]> answer, String what) {
    int status = answer.statusCode();
    String fact = what + " is answered with " + status + words(answer);
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      return problem(RegistryProblem.REGISTRY_REFUSED, fact, permission());
    }
    if (status == NOT_FOUND) {
      return problem(
          RegistryProblem.NOT_IN_REGISTRY, fact, "check registry, repository, tag and permission");
    }
    return problem(
        RegistryProblem.BAD_REGISTRY_ANSWER,
        fact,
        "look at the registry and at what stands between");
  }

  ParkaException problem(RegistryProblem id, String fact, String fix) {
    return new ParkaException(id, secrets.hide(fact), fix);
  }

  private String permission() {
    if (authorization.refusedHost().isPresent()) {
      return "its tokens come from "
          + authorization.refusedHost().get()
          + ", which was not given the credentials: allow that with --token-server if it is right";
    }
    return authorization.hasLogin()
        ? "check that the user of the credentials that were found may do that"
        : "no credentials were found for "
            + name.host()
            + ": log in, for example with docker login";
  }

  /** The codes and messages of an error (OCI distribution specification, "Error Codes"). */
  private String words(HttpResponse<byte[]> answer) {
    try {
      JsonNode errors = JSON.readTree(answer.body()).path("errors");
      StringBuilder words = new StringBuilder();
      for (JsonNode error : errors) {
        words.append(words.length() == 0 ? "" : ", ");
        words
            .append(error.path("code").asText())
            .append(' ')
            .append(error.path("message").asText());
      }
      return words.length() == 0 ? "" : " (" + secrets.quote(words.toString()) + ")";
    } catch (IOException e) {
      return "";
    }
  }
}
