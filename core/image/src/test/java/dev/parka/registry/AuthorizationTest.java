package dev.parka.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import dev.parka.oci.HandMadeImage;
import dev.parka.registry.RegistryOptions.Environment;
import dev.parka.spec.ImageReference;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorizationTest {

  private static final String PASSWORD = "s3cret-marker-9000";
  private static final String BASIC =
      "Basic "
          + Base64.getEncoder()
              .encodeToString(("user:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

  @TempDir private Path temporary;

  private FakeRegistry registry;
  private FakeRegistry other;
  private final TestPatience patience = new TestPatience();
  private final AtomicInteger tokens = new AtomicInteger();
  private final List<String> seenElsewhere = new CopyOnWriteArrayList<>();
  private Path layout;
  private ImageReference target;

  @BeforeEach
  void makeAnImage() throws IOException {
    registry = new FakeRegistry();
    other = new FakeRegistry();
    layout = HandMadeImage.good().write(temporary.resolve("layout"));
    target = registry.reference("shop/petstore:1");
    for (String method : new String[] {"GET", "HEAD", "PUT", "POST", "PATCH"}) {
      other.fault(
          method,
          "",
          1000,
          exchange -> {
            seenElsewhere.add(
                method + " " + exchange.getRequestHeaders().getFirst("Authorization"));
            return false;
          });
    }
  }

  @AfterEach
  void stop() {
    registry.close();
    other.close();
  }

  private RegistryOptions login() {
    return patience.options(
        Duration.ofSeconds(20),
        Map.of(Logins.HOST, registry.host(), Logins.USERNAME, "user", Logins.PASSWORD, PASSWORD));
  }

  private PushedImage push(RegistryOptions options) throws IOException {
    return ImagePush.with(options).withoutCache().push(layout, target);
  }

  /** Lets in only who has the newest token. */
  private void wantTokensFrom(String realm) {
    for (String method : new String[] {"GET", "HEAD", "PUT", "POST", "PATCH"}) {
      registry.fault(
          method,
          "/v2/",
          1000,
          exchange -> {
            String wanted = "Bearer token-marker-" + tokens.get();
            if (wanted.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
              return false;
            }
            return FakeRegistry.status(
                    401,
                    "",
                    "WWW-Authenticate",
                    "Bearer realm=\"" + realm + "\",service=\"a \\\"shop\\\"\",scope=\"x\"")
                .plays(exchange);
          });
    }
  }

  private boolean giveToken(HttpExchange exchange) throws IOException {
    FakeRegistry.answer(
        exchange, 200, "{\"token\":\"token-marker-" + tokens.incrementAndGet() + "\"}");
    return true;
  }

  private static boolean isUser(HttpExchange exchange) {
    return BASIC.equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private void giveTokens(FakeRegistry server, boolean onlyToUser) {
    server.fault(
        "GET",
        "/token",
        1000,
        exchange ->
            (onlyToUser && !isUser(exchange))
                ? FakeRegistry.status(401, "").plays(exchange)
                : giveToken(exchange));
  }

  @Test
  void givesNameAndPasswordToWhoAsksForThem() throws IOException {
    // FAULTS 51
    for (String method : new String[] {"GET", "HEAD", "PUT", "POST", "PATCH"}) {
      registry.fault(
          method,
          "",
          1000,
          exchange ->
              !isUser(exchange)
                  && FakeRegistry.status(401, "", "WWW-Authenticate", "Basic realm=\"x\"")
                      .plays(exchange));
    }
    assertThat(push(login()).blobs().sent()).isEqualTo(3);
    assertThat(registry.count("HEAD", "manifests")).isEqualTo(2);
  }

  @Test
  void getsATokenForWhatItIsGoingToDo() throws IOException {
    wantTokensFrom("http://" + registry.host() + "/token");
    giveTokens(registry, true);
    assertThat(push(login()).blobs().sent()).isEqualTo(3);
    assertThat(tokens).hasValue(1);
    assertThat(registry.log)
        .contains(
            "GET /token?service=a+%22shop%22&scope=repository%3Ashop%2Fpetstore%3Apull%2Cpush");
  }

  @Test
  void getsAnotherTokenWhereOneExpiresInTheMiddle() throws IOException {
    // FAULTS 51
    registry.fault(
        "PATCH",
        "",
        1,
        exchange -> {
          tokens.incrementAndGet();
          return false;
        });
    wantTokensFrom("http://" + registry.host() + "/token");
    giveTokens(registry, true);
    assertThat(push(login()).blobs().sent()).isEqualTo(3);
    assertThat(tokens).hasValue(3);
  }

  @Test
  void asksForOneTokenARequest() {
    registry.fault(
        "HEAD",
        "",
        99,
        FakeRegistry.status(
            401, "", "WWW-Authenticate", "Bearer realm=\"http://" + registry.host() + "/token\""));
    giveTokens(registry, false);
    assertThatThrownBy(() -> push(login()))
        .hasMessageContaining("[RegistryRefused]")
        .hasMessageContaining("check that the user of the credentials that were found may do that");
    assertThat(tokens).hasValue(2);
  }

  @Test
  void givesAnotherHostNoCredentials() {
    // FAULTS 52
    wantTokensFrom("http://localhost:" + other.port() + "/token");
    giveTokens(other, true);
    assertThatThrownBy(() -> push(login()))
        .hasMessageContaining("[RegistryRefused]")
        .hasMessageEndingWith(
            "its tokens come from localhost, which was not given the credentials: allow that with"
                + " --token-server if it is right");
    assertThat(seenElsewhere).isNotEmpty().allMatch(seen -> seen.equals("GET null"));
  }

  @Test
  void givesThemToAHostThatWasAllowed() throws IOException {
    wantTokensFrom("http://localhost:" + other.port() + "/token");
    giveTokens(other, true);
    assertThat(push(login().tokensFrom("localhost")).blobs().sent()).isEqualTo(3);
    assertThat(seenElsewhere).containsExactly("GET " + BASIC);
  }

  @Test
  void takesNoTokenOfAnotherHostAlongOnARedirect() throws IOException {
    // FAULTS 53
    byte[] manifest = registry.put("shop/petstore", "1", HandMadeImage.good().files());
    other.blobs.putAll(registry.blobs);
    registry.fault(
        "GET",
        "/blobs/",
        1000,
        exchange -> {
          exchange
              .getResponseHeaders()
              .set("Location", "http://localhost:" + other.port() + exchange.getRequestURI());
          FakeRegistry.answer(exchange, 307, "");
          return true;
        });
    wantTokensFrom("http://" + registry.host() + "/token");
    giveTokens(registry, true);
    // Both faults want to play; the redirect is the first, so that only manifests need the token.
    PulledImage pulled =
        ImagePull.with(login())
            .in(Optional.empty())
            .pull(target, ImagePullTest.PLATFORM, Files.createDirectory(temporary.resolve("to")));
    assertThat(pulled.image().hex()).isEqualTo(HandMadeImage.sha256(manifest));
    assertThat(seenElsewhere).hasSize(3).allMatch(seen -> seen.equals("GET null"));
  }

  @Test
  void tellsNoSecretWhoeverSendsItBack() {
    // FAULTS 66
    registry.fault(
        "POST",
        "",
        99,
        exchange -> {
          String sent = exchange.getRequestHeaders().getFirst("Authorization");
          return FakeRegistry.status(
                  403,
                  "{\"errors\":[{\"code\":\"" + PASSWORD + "\",\"message\":\"" + sent + "\"}]}")
              .plays(exchange);
        });
    wantTokensFrom("http://" + registry.host() + "/token");
    giveTokens(registry, true);
    assertThatThrownBy(() -> push(login()))
        .hasMessageContaining("(*** Bearer ***)")
        .satisfies(
            failure -> {
              StringWriter all = new StringWriter();
              failure.printStackTrace(new PrintWriter(all));
              assertThat(all.toString()).doesNotContain(PASSWORD, "token-marker", BASIC);
            });
    assertThat(new Login("user", PASSWORD).toString()).doesNotContain(PASSWORD);
  }

  @Test
  void refusesATokenServerThatIsNoAddress() {
    wantTokensFrom("file:///etc/passwd");
    assertThatThrownBy(() -> push(login()))
        .hasMessage(
            "[BadRegistryAnswer] 127.0.0.1 names a token server that is no address; look at the"
                + " registry and at what stands between");
  }

  @Test
  void readsDockersConfiguration() throws IOException {
    Path home = Files.createDirectories(temporary.resolve("home/.docker")).getParent();
    Files.writeString(
        home.resolve(".docker/config.json"),
        "{\"auths\":{\"" + registry.host() + "\":{\"auth\":\"" + BASIC.substring(6) + "\"}}}");
    assertThat(find(home, Map.of())).contains(new Login("user", PASSWORD));
    assertThat(find(temporary, Map.of("DOCKER_CONFIG", home.resolve(".docker").toString())))
        .contains(new Login("user", PASSWORD));
    assertThat(find(temporary, Map.of())).isEmpty();
  }

  @Test
  void doesNotShowADamagedConfiguration() throws IOException {
    Path home = Files.createDirectories(temporary.resolve("home/.docker")).getParent();
    Files.writeString(home.resolve(".docker/config.json"), "{\"auths\":" + PASSWORD);
    assertThatThrownBy(() -> find(home, Map.of()))
        .hasMessage(
            "[NoCredentials] the credentials for "
                + registry.host()
                + " cannot be read from "
                + home.resolve(".docker/config.json")
                + "; mend the file: it has to be JSON")
        .hasNoCause();
  }

  @Test
  void doesNotWaitForAHelperThatHangs() throws IOException, InterruptedException {
    // FAULTS 67
    // A configuration that nobody writes to hangs as a helper does.
    Path fifo = temporary.resolve("config.json");
    new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor();
    Environment environment =
        new Environment(Map.of("DOCKER_CONFIG", temporary.toString()), Optional.empty());
    assertThatThrownBy(() -> new Logins(environment, Duration.ofMillis(300)).find(target))
        .hasMessage(
            "[NoCredentials] the credential helper for "
                + registry.host()
                + " gave no answer in 300 ms; run it by hand, or take it out of Docker's"
                + " configuration");
  }

  @Test
  void refusesHalfOfTheVariables() {
    assertThatThrownBy(() -> find(temporary, Map.of(Logins.USERNAME, "user")))
        .hasMessage(
            "[NoCredentials] of PARKA_REGISTRY_HOST, PARKA_REGISTRY_USERNAME and"
                + " PARKA_REGISTRY_PASSWORD only some are set; set all of them, or none");
    assertThat(
            find(
                temporary,
                Map.of(Logins.HOST, "ghcr.io", Logins.USERNAME, "u", Logins.PASSWORD, "p")))
        .isEmpty();
  }

  private Optional<Login> find(Path home, Map<String, String> variables) {
    return new Logins(new Environment(variables, Optional.of(home)), Duration.ofSeconds(20))
        .find(target);
  }
}
