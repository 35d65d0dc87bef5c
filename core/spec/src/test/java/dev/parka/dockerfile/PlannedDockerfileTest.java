package dev.parka.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.annotations.Startup;
import dev.parka.annotations.Strip;
import dev.parka.plan.ImagePlan;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import dev.parka.spec.ImageReference;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.TestDescriptor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlannedDockerfileTest {

  private static final BuildContext CONTEXT =
      new BuildContext(
          ImageReference.parse("eclipse-temurin:25-jdk"),
          "target/app.jar",
          Optional.of("target/lib/"));

  @Test
  void addsTheJdkToAnImageThatHasAPackageOfOne() {
    assertThat(renderOn("debian:12-slim"))
        .contains(
            """
            FROM debian:12-slim AS runtime
            RUN apt-get update \\
             && apt-get install -y --no-install-recommends openjdk-17-jdk-headless
            RUN jlink \\
            """)
        .doesNotContain("USER 0:0");
  }

  @Test
  void becomesRootWhereAnImageStartsAsSomebodyElse() {
    assertThat(renderOn("cgr.dev/chainguard/jdk:latest"))
        .contains(
            "FROM cgr.dev/chainguard/jdk:latest AS runtime\nUSER 0:0\nRUN jlink",
            "FROM cgr.dev/chainguard/jdk:latest AS application\nUSER 0:0\nCOPY");
  }

  @Test
  void copiesTheCertificatesOfTheJdksImage() {
    BuildContext context =
        new BuildContext(
            ImageReference.parse("eclipse-temurin:25-jdk"),
            new PackagedJars("app.jar", Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            true);
    assertThat(
            PlannedDockerfile.of(
                    ImagePlan.of(ImageSpec.from(TestDescriptor.bare().build()), modules(), 25),
                    context)
                .render())
        .contains(
            """
             && mkdir -p /rootfs/etc/ssl/certs \\
             && for place in /etc/ssl/certs/ca-certificates.crt /etc/pki/tls/certs/ca-bundle.crt; do [ -f /rootfs/etc/ssl/certs/ca-certificates.crt ] || [ ! -f $place ] || cp -L $place /rootfs/etc/ssl/certs/ca-certificates.crt || exit 1; done \\
            """);
  }

  private static String renderOn(String jdkImage) {
    ImagePlan plan = ImagePlan.of(ImageSpec.from(TestDescriptor.bare().build()), modules(), 17);
    return PlannedDockerfile.of(
            plan,
            new BuildContext(
                ImageReference.parse(jdkImage), "target/app.jar", Optional.of("target/lib/")))
        .render();
  }

  @Test
  void hasThreeStagesAndTheWholeConfiguration() {
    ImageDescriptor descriptor =
        TestDescriptor.bare()
            .with("name", "shop/petstore")
            .with("env", List.of(Map.entry("GREETING", "say \"hi\" for $5\\")))
            .with("labels", List.of(Map.entry("org.opencontainers.image.title", "Pet store")))
            .with("ports", List.of(8080))
            .with("udpPorts", List.of(5353))
            .with("volumes", List.of("/var/lib/pets"))
            .with("arguments", List.of("--greet", "a \"b\""))
            .with(
                "healthCheck",
                new ImageDescriptor.HealthProbe(
                    List.of("/opt/java/bin/java", "-version"), 5, 2, 1, 2))
            .build();
    assertThat(render(descriptor))
        .endsWith(
            """

            # application: lays out the jars and writes the class path; left undone, as a shell cannot: normal-jars
            FROM eclipse-temurin:25-jdk AS application
            COPY ["./target/lib/", "/app/lib/"]
            COPY ["./target/app.jar", "/app/petstore.jar"]
            RUN chmod -R u=rwX,go=rX /app \\
             && export LC_ALL=C path=/app/petstore.jar \\
             && for jar in /app/lib/*.jar; do [ ! -e "$jar" ] || path="$path:$jar"; done \\
             && printf '%s\\n"%s"\\n' -cp "$path" > /app/class-path \\
             && mkdir /empty

            # the image: nothing but what the application uses
            FROM scratch
            COPY --from=runtime ["/rootfs/", "/"]
            COPY --from=runtime ["/linked/", "/opt/java/"]
            COPY --from=application ["/app/lib/", "/app/lib/"]
            COPY --from=application ["/app/petstore.jar", "/app/class-path", "/app/"]
            COPY --from=application --chown=65532:65532 ["/empty/", "/var/lib/pets/"]
            ENV LANG="C.UTF-8"
            ENV GREETING="say \\"hi\\" for \\$5\\\\"
            LABEL org.opencontainers.image.title="Pet store"
            EXPOSE 5353/udp 8080/tcp
            VOLUME ["/var/lib/pets"]
            WORKDIR /app
            USER 65532:65532
            STOPSIGNAL SIGTERM
            HEALTHCHECK --interval=5s --timeout=2s --start-period=1s --retries=2 CMD ["/opt/java/bin/java", "-version"]
            ENTRYPOINT ["/opt/java/bin/java", "@/app/class-path", "com.acme.PetStore"]
            CMD ["--greet", "a \\"b\\""]
            """);
  }

  /** Docker's classic builder takes no start period of less than a millisecond. */
  @Test
  void namesNoStartPeriodWhereThereIsNone() {
    ImageDescriptor.HealthProbe probe =
        new ImageDescriptor.HealthProbe(List.of("/opt/java/bin/java", "-version"), 30, 20, 0, 3);
    assertThat(render(TestDescriptor.bare().with("healthCheck", probe).build()))
        .contains(
            "\nHEALTHCHECK --interval=30s --timeout=20s --retries=3"
                + " CMD [\"/opt/java/bin/java\", \"-version\"]\n");
  }

  @Test
  void linksBitStablyWhereThatNeedsNoMoreThanAFlag() {
    String on25 = render(TestDescriptor.bare().build());
    assertThat(on25)
        .contains("jlink \\\n      -J-XX:TieredStopAtLevel=1 \\\n      -J-XX:AOTMode=record \\\n");
    String on17 = render(TestDescriptor.bare().with("javaVersion", 17).build());
    assertThat(on17)
        .contains(
            "RUN jlink \\\n      -J-XX:TieredStopAtLevel=1 \\\n      --add-modules=java.base \\\n");
  }

  @Test
  void leavesOutWhatAShellCan() {
    assertThat(render(TestDescriptor.bare().build()))
        .contains(
            """
                  --add-modules=java.base \\
                  --strip-java-debug-attributes \\
                  --output=/linked \\
             && rm -rf \\
                  /linked/man \\
                  /linked/include \\
                  /linked/lib/jrt-fs.jar \\
                  /linked/lib/classlist \\
                  /linked/lib/jexec \\
             && find /linked -type f -name '*.debuginfo' -exec rm '{}' + \\
             && find /linked/bin -type f ! -name java -exec rm '{}' + \\
             && for notice in /linked/legal/*/*; do \\
            """);
    ImageDescriptor keeping =
        TestDescriptor.bare()
            .with("keep", List.of(Strip.values()))
            .with("compressModules", true)
            .build();
    assertThat(render(keeping))
        .contains(
            """
                  --add-modules=java.base \\
                  --compress=zip-9 \\
                  --output=/linked
            RUN mkdir""");
  }

  @Test
  void anotherBaseBringsItsOwnLibraries() {
    String text = render(TestDescriptor.bare().with("base", "debian:12-slim").build());
    assertThat(text).contains("\nFROM debian:12-slim\n").doesNotContain("/rootfs");
  }

  // FAULTS 6, 7
  @Test
  void beginsWithALineOfOurs() {
    assertThat(render(TestDescriptor.bare().build()))
        .startsWith("# Written by Parka: edit @ContainerImage on the main class");
    assertThat(render(TestDescriptor.bare().build())).startsWith(Dockerfile.BEGIN);
  }

  @Test
  void makesTheDefaultArchiveWhereItIsWanted() {
    TestDescriptor wanted =
        TestDescriptor.bare()
            .with("startup", Startup.CDS)
            .with("jvmFlags", List.of("-XX:+UseZGC", "-Dkey=value"));

    assertThat(render(wanted.build()))
        .contains(
            "RUN /linked/bin/java -XX:+UseG1GC -Xmx128m -Dkey=value -XX:-UseCompressedOops"
                + " -Xshare:dump\n")
        .contains("ENTRYPOINT [\"/opt/java/bin/java\", \"-XX:+UseZGC\", \"-Dkey=value\", \"@");
    assertThat(render(wanted.with("startup", Startup.NONE).build())).doesNotContain("-Xshare");
  }

  // FAULTS 9, 11, 14
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "../x.jar",
        "a/../../x",
        "a b.jar",
        "*.jar",
        "--from=x",
        "$X",
        "a//b"
      })
  void refusesPathsThatLeadOutOfTheContext(String jar) {
    assertThatThrownBy(
            () -> new BuildContext(ImageReference.parse("jdk:25"), jar, Optional.empty()))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[BadPath] '"
                + jar
                + "' is no plain path within the build context; write it relative to the context,"
                + " as in target/app.jar");
  }

  private static String render(ImageDescriptor descriptor) {
    ImagePlan plan = ImagePlan.of(ImageSpec.from(descriptor), modules(), 25);
    return PlannedDockerfile.of(plan, CONTEXT).render();
  }

  private static RootModules modules() {
    return new RootModules(
        new TreeMap<>(Map.of(ModuleName.JAVA_BASE, List.of(new Reason("needed")))), List.of());
  }
}
