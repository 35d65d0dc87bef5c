package dev.parka.verify.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretPatternsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgres://app:hunter2@db.acme.com/app",
        "https://app:hunter2@myexample.com/",
        "https://app:hunter2@example.com.acme.com/"
      })
  void findsAPasswordInAnAddress(String text) {
    assertThat(SecretPatterns.in(text)).containsExactly("a password in an address");
  }

  /** As Perl's HTTP::Tiny has it, which is in each Debian with Perl. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$http->request('GET', 'http://john%40example.com:password@example.com/');",
        "C<http://user:pass@proxy.example.com/>.",
        "ftp://anonymous:guest@mirror.example.",
        "http://user:pass@nowhere.invalid"
      })
  void leavesExamplesOfDocumentationAlone(String text) {
    assertThat(SecretPatterns.in(text)).isEmpty();
  }
}
