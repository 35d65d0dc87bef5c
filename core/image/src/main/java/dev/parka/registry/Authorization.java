package dev.parka.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The value of the header that lets the user do something at one registry: a token, or name and
 * password (OCI distribution specification; Docker's "Token Authentication Specification"). Of
 * several requests at a time that are refused, one gets a new token and the others take it.
 */
final class Authorization {

  /** Registries whose tokens come from another host, of the same company. */
  private static final Map<String, String> KNOWN_TOKEN_HOSTS =
      Map.of("registry-1.docker.io", "auth.docker.io", "registry.gitlab.com", "gitlab.com");

  private static final JsonMapper JSON = new JsonMapper();
  private static final int OK = 200;

  private final URI root;
  private final Wire wire;
  private final Optional<Login> login;
  private final Secrets secrets;
  private final SortedSet<String> scopes = new TreeSet<>();
  private Optional<String> header = Optional.empty();
  private Optional<String> refusedHost = Optional.empty();

  Authorization(URI root, Wire wire, Optional<Login> login, Secrets secrets) {
    this.root = root;
    this.wire = wire;
    this.login = login;
    this.secrets = secrets;
    login.ifPresent(known -> known.hideIn(secrets));
  }

  /** Wants to do this as well, such as {@code repository:shop/petstore:pull,push}. */
  synchronized void want(String scope) {
    scopes.add(scope);
  }

  /** What to send with each request; empty until the registry has asked for something. */
  synchronized Optional<String> header() {
    return header;
  }

  /** A host that has the tokens and was not given the credentials that there are. */
  synchronized Optional<String> refusedHost() {
    return refusedHost;
  }

  boolean hasLogin() {
    return login.isPresent();
  }

  /**
   * Takes up what a registry asks for in an answer of status 401; answers whether there is
   * something new to send.
   *
   * @param sent what went with the request
   */
  synchronized boolean answer(HttpResponse<?> refusal, Optional<String> sent) throws IOException {
    if (header.isPresent() && !header.equals(sent)) {
      return true;
    }
    List<Challenge> challenges = Challenge.parse(refusal.headers().allValues("WWW-Authenticate"));
    for (Challenge challenge : challenges) {
      if (challenge.scheme().equals("bearer") && challenge.parameter("realm").isPresent()) {
        header = token(challenge);
        return header.isPresent();
      }
    }
    boolean asksForBasic = challenges.stream().anyMatch(c -> c.scheme().equals("basic"));
    Optional<String> basic = login.filter(known -> !known.isIdentityToken()).map(Login::basic);
    if (asksForBasic && basic.isPresent() && !basic.equals(header)) {
      header = basic;
      return true;
    }
    return false;
  }

  private Optional<String> token(Challenge challenge) throws IOException {
    URI realm = realm(challenge.parameter("realm").orElseThrow());
    Optional<Login> known = login;
    if (login.isPresent() && !isTrusted(realm)) {
      refusedHost = Optional.of(realm.getHost());
      known = Optional.empty();
    }
    HttpResponse<byte[]> answer = ask(realm, challenge, known);
    if (answer.statusCode() == 429 || answer.statusCode() >= 500) {
      throw Session.temporary(answer, Ask.shown(realm));
    }
    if (answer.statusCode() != OK) {
      return Optional.empty();
    }
    Optional<String> token = Optional.ofNullable(token(answer.body(), realm));
    token.ifPresent(secrets::add);
    return token.map(value -> "Bearer " + value);
  }

  private HttpResponse<byte[]> ask(URI realm, Challenge challenge, Optional<Login> known)
      throws IOException {
    List<String> query = new ArrayList<>();
    challenge.parameter("service").ifPresent(service -> query.add(pair("service", service)));
    Set<String> wanted = new TreeSet<>(scopes);
    if (wanted.isEmpty()) {
      challenge.parameter("scope").ifPresent(wanted::add);
    }
    Optional<Login> identity = known.filter(Login::isIdentityToken);
    if (identity.isPresent()) {
      query.add(pair("grant_type", "refresh_token"));
      query.add(pair("refresh_token", identity.get().password()));
      query.add(pair("client_id", "parka"));
      query.add(pair("scope", String.join(" ", wanted)));
      Ask post =
          Ask.of("POST", realm, wire.options().patience().answer())
              .with("Content-Type", "application/x-www-form-urlencoded")
              .withBody(() -> BodyPublishers.ofString(String.join("&", query)));
      return wire.send(post, realm, Optional.empty(), BodySink.NONE);
    }
    wanted.forEach(scope -> query.add(pair("scope", scope)));
    String separator = realm.getRawQuery() == null ? "?" : "&";
    URI uri = URI.create(realm + (query.isEmpty() ? "" : separator + String.join("&", query)));
    return wire.send(
        Ask.of("GET", uri, wire.options().patience().answer()),
        realm,
        known.map(Login::basic),
        BodySink.NONE);
  }

  private static @Nullable String token(byte[] body, URI realm) {
    try {
      JsonNode json = JSON.readTree(body);
      for (String name : List.of("token", "access_token")) {
        JsonNode value = json.path(name);
        if (value.isTextual() && isHeaderText(value.textValue())) {
          return value.textValue();
        }
      }
    } catch (JsonProcessingException e) {
      throw Wire.bad(Ask.shown(realm) + " gives tokens that are no JSON");
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory can be read", e);
    }
    throw Wire.bad(Ask.shown(realm) + " gives no token");
  }

  private static boolean isHeaderText(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c > ' ' && c < 0x7f);
  }

  private URI realm(String text) {
    URI realm;
    try {
      realm = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw Wire.bad(root.getHost() + " names a token server that is no address");
    }
    boolean isAddress =
        realm.getHost() != null
            && realm.getRawUserInfo() == null
            && realm.getRawFragment() == null
            && ("https".equals(realm.getScheme()) || "http".equals(realm.getScheme()));
    if (!isAddress) {
      throw Wire.bad(root.getHost() + " names a token server that is no address");
    }
    if (realm.getScheme().equals("http") && root.getScheme().equals("https")) {
      throw new ParkaException(
          RegistryProblem.INSECURE_REGISTRY,
          root.getHost() + " has its tokens at " + Ask.shown(realm) + ", which is not encrypted",
          "have the registry name a token server with https");
    }
    return realm;
  }

  /** Whether this host may see the user's password: the registry's own, or one that was allowed. */
  private boolean isTrusted(URI realm) {
    String host = realm.getHost();
    boolean isSame =
        root.getScheme().equals("https")
            ? host.equalsIgnoreCase(root.getHost())
            : Wire.isAt(root, realm);
    return isSame
        || host.equals(KNOWN_TOKEN_HOSTS.get(root.getHost()))
        || wire.options().tokenHosts().contains(host)
        || wire.options().tokenHosts().contains(realm.getRawAuthority());
  }

  private static String pair(String name, String value) {
    return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
