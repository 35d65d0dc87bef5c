package dev.parka.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.parka.runtime.ParkaException;
import dev.parka.spec.ImageReference;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A registry whose certificate it has signed itself, at an address that TLS is spoken to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TlsTest {

  /** Of this machine, but not one of those that are spoken to in plain HTTP. */
  private static final String ADDRESS = "127.0.0.2";

  private static final String PASSWORD = "changeit";

  private final AtomicInteger requests = new AtomicInteger();
  private Path store;
  private HttpsServer server;
  private String reference;

  @BeforeAll
  void serve(@TempDir Path directory)
      throws IOException, InterruptedException, GeneralSecurityException {
    store = directory.resolve("store.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin/keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-alias",
                "registry",
                "-dname",
                "CN=registry",
                "-ext",
                "san=ip:" + ADDRESS,
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getByName(ADDRESS), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext(
        "/",
        exchange -> {
          requests.incrementAndGet();
          FakeRegistry.answer(exchange, 404, FakeRegistry.error("MANIFEST_UNKNOWN"));
        });
    server.start();
    reference = ADDRESS + ":" + server.getAddress().getPort() + "/shop/app:1";
  }

  @AfterAll
  void stop() {
    server.stop(0);
  }

  /** Asks for a tag in a virtual machine of its own, whose trust store is its own, too. */
  public static final class Question {

    public static void main(String[] arguments) {
      try {
        ImagePull.with(new TestPatience().options(java.time.Duration.ofSeconds(20), Map.of()))
            .in(Optional.empty())
            .resolve(ImageReference.parse(arguments[0]));
      } catch (ParkaException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  private String ask(String... properties) throws IOException {
    List<String> command =
        new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/java").toString()));
    command.addAll(List.of(properties));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), Question.class.getName(), reference));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void saysThatACertificateIsNotTrustedAndDoesNotAskAgain() throws IOException {
    int before = requests.get();
    assertThat(ask())
        .startsWith("[RegistryUnreachable] fetching the manifest of " + reference + " failed: ")
        .contains("unable to find valid certification path")
        .endsWith("; check the registry's certificate and the trust store of this Java\n");
    assertThat(requests.get()).isEqualTo(before);
  }

  @Test
  void trustsWhatTheJdksOwnPropertiesName() throws IOException {
    assertThat(
            ask(
                "-Djavax.net.ssl.trustStore=" + store,
                "-Djavax.net.ssl.trustStorePassword=" + PASSWORD))
        .startsWith("[NotInRegistry] fetching the manifest of " + reference);
  }
}
