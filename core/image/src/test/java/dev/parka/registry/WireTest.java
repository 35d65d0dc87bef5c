package dev.parka.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.spec.ImageReference;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTest {

  private static final URI ASKED =
      URI.create("https://registry.acme.com/v2/a/blobs/uploads/?state=s3cret");

  /** An answer that has a header and nothing else. */
  private static HttpResponse<?> leadingTo(String location) {
    HttpHeaders headers =
        HttpHeaders.of(Map.of("Location", List.of(location)), (name, value) -> true);
    return (HttpResponse<?>)
        Proxy.newProxyInstance(
            WireTest.class.getClassLoader(),
            new Class<?>[] {HttpResponse.class},
            (proxy, method, arguments) -> headers);
  }

  @Test
  void doesNotLeaveEncryption() {
    // FAULTS 54
    assertThatThrownBy(() -> Wire.target(leadingTo("http://registry.acme.com/x?a=s3cret"), ASKED))
        .hasMessage(
            "[InsecureRegistry] https://registry.acme.com/v2/a/blobs/uploads/ leads to"
                + " http://registry.acme.com/x, which is not encrypted; have the registry, or the"
                + " proxy before it, give addresses with https");
  }

  @ParameterizedTest
  @CsvSource({
    "/v2/x?y=1, https://registry.acme.com/v2/x?y=1",
    "z, https://registry.acme.com/v2/a/blobs/uploads/z",
    "https://blobs.acme.com/z, https://blobs.acme.com/z"
  })
  void takesWhatIsRelativeAsSuch(String location, String expected) {
    assertThat(Wire.target(leadingTo(location), ASKED)).hasToString(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "https://registry.acme.com:443/x, true",
    "https://REGISTRY.acme.com/, true",
    "http://registry.acme.com:443/x, false",
    "https://registry.acme.com:5000/, false",
    "https://registry.acme.com.evil.org/, false"
  })
  void knowsTheServerThatMayHaveTheSecrets(String other, boolean isSame) {
    assertThat(Wire.isAt(ASKED, URI.create(other))).isEqualTo(isSame);
  }

  @ParameterizedTest
  @CsvSource({
    "debian:12, https://registry-1.docker.io/v2/, library/debian",
    "ghcr.io/a/b, https://ghcr.io/v2/, a/b",
    "localhost:5000/a, http://localhost:5000/v2/, a",
    "127.0.0.1:5000/a, http://127.0.0.1:5000/v2/, a"
  })
  void speaksPlainHttpToThisMachineAlone(String reference, String root, String repository) {
    RegistryName name = RegistryName.of(ImageReference.parse(reference));
    assertThat(name.root(false)).hasToString(root);
    assertThat(name.repository()).isEqualTo(repository);
    assertThat(name.root(true)).hasScheme("http");
  }
}
