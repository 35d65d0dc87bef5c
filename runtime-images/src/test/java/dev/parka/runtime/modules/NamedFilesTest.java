package dev.parka.runtime.modules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.testing.Jars;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** Files of jars that name classes: those that frameworks read, and those for native images. */
class NamedFilesTest {

  private static final String HINTS = "META-INF/native-image/g/a/reflect-config.json";

  @Test
  void findsTheClassesThatKnownFilesName() {
    try (ApplicationClasses application =
        open(
            jar()
                .text("META-INF/spring.factories", "k=com.acme.A,\\\n com/acme/B # com.acme.Gone\n")
                .text("BOOT-INF/classes/logback.xml", "<appender class=\"com.acme.C\"/>")
                .text("other.xml", "com.acme.D"))) {
      Mentions mentions = Mentions.in(application);

      assertThat(mentions.ofApplication())
          .isEqualTo(
              Map.of(
                  "com/acme/A", "META-INF/spring.factories of a.jar",
                  "com/acme/B", "META-INF/spring.factories of a.jar",
                  "com/acme/C", "BOOT-INF/classes/logback.xml of a.jar"));
      assertThat(mentions.others()).containsOnlyKeys("com/acme/Gone");
    }
  }

  @Test
  void findsTheClassesThatFlagsName() {
    try (ApplicationClasses application = open(jar())) {
      Mentions mentions = Mentions.in(application);
      mentions.read("-Dlog.manager=com.acme.A", "the flag -Dlog.manager");
      mentions.read("-Dfactory=com.sun.jndi.dns.DnsContextFactory", "the flag -Dfactory");

      assertThat(mentions.ofApplication())
          .isEqualTo(Map.of("com/acme/A", "the flag -Dlog.manager"));
      assertThat(mentions.others()).containsKey("com/sun/jndi/dns/DnsContextFactory");
    }
  }

  @Test
  void survivesLongTexts() {
    try (ApplicationClasses application = open(jar())) {
      Mentions mentions = Mentions.in(application);
      mentions.read("a.".repeat(300_000) + "com.acme.A" + "aaaa".repeat(100_000), "f");
      mentions.read("a/b.c" + "$".repeat(300_000), "f");

      assertThat(mentions.ofApplication()).isEmpty();
    }
  }

  @Test
  void readsHintsOfEitherForm() {
    assertThat(hints(HINTS, "[{\"name\":\"com.acme.A\"},{\"name\":\"com.acme.B\"}]"))
        .containsOnlyKeys("com/acme/A", "com/acme/B");
    assertThat(
            hints(
                "META-INF/native-image/reachability-metadata.json",
                "{\"reflection\":[{\"type\":\"com.acme.A\"},{\"type\":\"com.acme.B\"}]}"))
        .containsOnlyKeys("com/acme/A", "com/acme/B");
    assertThat(hints("META-INF/other/reflect-config.json", "[{\"name\":\"com.acme.A\"}]"))
        .isEmpty();
  }

  @Test
  void passesByHintsWithAConditionWhereverItStands() {
    assertThat(
            hints(
                HINTS,
                "[{\"condition\":{\"typeReachable\":\"com.acme.A\"},\"name\":\"com.acme.B\"},"
                    + "{\"name\":\"com.acme.C\",\"methods\":[{\"name\":\"<init>\"}],"
                    + "\"condition\":{\"typeReachable\":\"com.acme.A\"}},"
                    + "{\"name\":\"com.acme.D\"}]"))
        .containsOnlyKeys("com/acme/D");
    assertThat(
            hints(
                "META-INF/native-image/reachability-metadata.json",
                "{\"reflection\":[{\"condition\":{\"typeReached\":\"com.acme.A\"},"
                    + "\"type\":\"com.acme.B\",\"methods\":[{\"name\":\"x\"}]},"
                    + "{\"type\":\"com.acme.D\",\"allDeclaredFields\":true}]}"))
        .containsOnlyKeys("com/acme/D");
  }

  @Test
  void readsHintsWithParameterTypes() {
    assertThat(
            hints(
                HINTS,
                "[{\"name\":\"com.acme.A\",\"methods\":"
                    + "[{\"name\":\"<init>\",\"parameterTypes\":[\"com.acme.B\",\"int\"]}]}]"))
        .containsOnlyKeys("com/acme/A", "com/acme/B");
  }

  @Test
  void readsHintsForProxies() {
    assertThat(hints(HINTS, "[[\"com.acme.A\", \"com.acme.B\"], [\"com.acme.C\"]]"))
        .containsOnlyKeys("com/acme/A", "com/acme/B", "com/acme/C");
  }

  @Test
  void survivesWhatIsNoJson() {
    assertThat(hints(HINTS, "]]]]}}}}\"com.acme.A\"")).isEmpty();
    assertThat(hints(HINTS, "[[[[[{{{\"name\":\"com.acme.A\"")).isEmpty();
    assertThat(hints(HINTS, "\"" + "\\".repeat(100_000))).isEmpty();
  }

  private static SortedMap<String, String> hints(String path, String json) {
    try (ApplicationClasses application = open(jar().text(path, json))) {
      return NativeImageHints.in(application).classes();
    }
  }

  private static Jars.Entries jar() {
    return Jars.entries()
        .classes(
            "package com.acme; class A {}",
            "package com.acme; class B {}",
            "package com.acme; class C {}",
            "package com.acme; class D {}");
  }

  private static ApplicationClasses open(Jars.Entries entries) {
    return ApplicationClasses.open(List.of(entries.source("a.jar")), 17);
  }
}
