package dev.parka.runtime.modules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "META-INF/mailcap, META-INF/mailcap, true",
    "META-INF/mailcap, META-INF/mailcap2, false",
    "META-INF/mailcap, x/META-INF/mailcap, false",
    "META-INF/*.EC, META-INF/ACME.EC, true",
    "META-INF/*.EC, META-INF/.EC, true",
    "META-INF/*.EC, META-INF/a/b.EC, false",
    "META-INF/*.EC, META-INF/ACME.ec, false",
    "META-INF/**.tld, META-INF/a/b.tld, true",
    "META-INF/**.tld, META-INF/b.tld, true",
    "META-INF/dubbo/**, META-INF/dubbo/a/b, true",
    "META-INF/dubbo/**, META-INF/dubbo, false",
    "*login.conf, login.conf, true",
    "*login.conf, my-login.conf, true",
    "*login.conf, a/login.conf, false",
    "logback*.xml, logback.xml, true",
    "logback*.xml, logback-test.xml, true",
    "abcab*bcab, abcab, false",
    "abcab*bcab, abcabcab, false",
    "abcab*bcab, abcabbcab, true",
  })
  void matches(String pattern, String path, boolean expected) {
    assertThat(Glob.of(pattern).matches(path)).isEqualTo(expected);
  }
}
