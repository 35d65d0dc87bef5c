package com.example.petstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import com.google.cloud.tools.jib.api.Containerizer;
import com.google.cloud.tools.jib.api.JavaContainerBuilder;
import com.google.cloud.tools.jib.api.TarImage;
import com.google.cloud.tools.jib.api.buildplan.ImageFormat;
import com.google.cloud.tools.jib.api.buildplan.Port;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What verification says of images that others made: of Debian's packages, with buildah by a
 * Dockerfile written by hand, and with Jib. Each finding is expected, and true for the reason that
 * stands beside it; one that is neither is a false alarm.
 */
@NeedsEngine({"apt-cache", "buildah", "dpkg-query", "podman", "runc", "unshare"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class ForeignImagesIT {

  private static final String PLAIN = "localhost/debian-plain";
  private static final String JAVA = "localhost/debian-java";
  private static final String HOME = "/usr/lib/jvm/java-17-openjdk-amd64";

  /** How people write it: a shell's form of command, a variable for flags, a user with a name. */
  private static final String DOCKERFILE =
      """
      FROM %s
      ENV JAVA_OPTS="-Xmx128m -XX:+UseSerialGC"
      RUN echo 'petstore:x:1000:1000::/app:/bin/sh' >> /etc/passwd
      WORKDIR /app
      COPY lib lib/
      COPY petstore.jar app.jar
      USER petstore
      EXPOSE 8080
      CMD exec java $JAVA_OPTS -jar app.jar
      """
          .formatted(JAVA);

  /** Essential packages of Debian, and apt. */
  private static final List<Known> OF_DEBIAN =
      List.of(
          new Known("UnevenTimes layer", "packages were built at different times"),
          new Known("UnsortedEntries layer", "tools write directories as they find them"),
          new Known("SetuidFile /usr/bin/chage", "reads the passwords of all"),
          new Known("SetuidFile /usr/bin/chfn", "changes what all may read and root may write"),
          new Known("SetuidFile /usr/bin/chsh", "as chfn does"),
          new Known("SetuidFile /usr/bin/expiry", "as chage does"),
          new Known("SetuidFile /usr/bin/gpasswd", "changes groups"),
          new Known("SetuidFile /usr/bin/newgrp", "changes groups"),
          new Known("SetuidFile /usr/bin/passwd", "changes passwords"),
          new Known("SetuidFile /usr/bin/su", "makes whoever knows a password somebody else"),
          new Known("SetuidFile /usr/sbin/unix_chkpwd", "reads passwords"),
          new Known("ShellInImage /usr/bin/bash", "bash and dash are essential"),
          new Known("PackageManagerInImage /usr/bin/apt", "apt and dpkg are what made it"));

  private static final List<Known> OF_A_BASE =
      List.of(new Known("RunsAsRoot config.User", "a base leaves it to others to name a user"));

  private static final List<Known> OF_JAVA =
      List.of(
          new Known("JdkToolsInImage " + HOME + "/bin/jpackage", "Debian's packages have tools"));

  private Path scratch;
  private ContainerStore containers;

  /**
   * A finding that is right.
   *
   * @param finding its ID and what it is about
   * @param reason why it is right
   */
  private record Known(String finding, String reason) {}

  @BeforeAll
  void buildBases(@TempDir Path shared) throws IOException {
    assumeTrue(
        DebianLayers.isRelease("12") && DebianLayers.isInstalled("openjdk-17-jre-headless"),
        "packages of Debian 12, with its Java");
    scratch = shared;
    DebianLayers debian = new DebianLayers(Files.createDirectory(scratch.resolve("debian")));
    containers = ContainerStore.overlaid(scratch.resolve("store"));
    Path plain = debian.plain();
    build(debian.directory(), "FROM scratch\nADD plain.tar /\nCMD [\"bash\"]\n", PLAIN);
    debian.java("java", plain);
    build(debian.directory(), "FROM " + PLAIN + "\nADD java.tar /\n", JAVA);
  }

  @AfterAll
  void close() throws IOException {
    if (containers != null) {
      containers.close();
    }
  }

  @Test
  void knowsWhatABaseOfDebianHas() throws IOException {
    assertFindings(verify(saved(PLAIN), "none"), OF_DEBIAN, OF_A_BASE);
  }

  @Test
  void startsWhatBuildahBuiltByHand() throws IOException {
    Path context = Files.createDirectory(scratch.resolve("context"));
    Tool.named("cp").run("-r", "target/petstore.jar", "target/lib", context.toString());
    build(context, DOCKERFILE, "localhost/by-hand");

    Map<String, Object> report = verify(saved("localhost/by-hand"), "http:8080/health");

    assertFindings(report, OF_DEBIAN, OF_JAVA);
    assertThat(report.get("boot")).asString().contains("outcome=booted", "user=1000:1000");
  }

  @Test
  void startsWhatJibBuilt() throws Exception {
    Path base = scratch.resolve("base.tar");
    containers.buildah().run("push", "--quiet", JAVA, "docker-archive:" + base);
    Path tar = scratch.resolve("jib.tar");
    Path cache = scratch.resolve("jib");
    try (Stream<Path> jars = Files.list(Path.of("target/lib"))) {
      JavaContainerBuilder.from(TarImage.at(base).named(JAVA))
          .addClasses(Path.of("target/classes"))
          .addDependencies(jars.sorted().toList())
          .setMainClass("com.example.petstore.PetStore")
          .addJvmFlags("-Xmx128m")
          .toContainerBuilder()
          .setFormat(ImageFormat.OCI)
          .setUser("65532:65532")
          .addExposedPort(Port.tcp(8080))
          .containerize(
              Containerizer.to(TarImage.at(tar).named("petstore"))
                  .setBaseImageLayersCache(cache)
                  .setApplicationLayersCache(cache)
                  .setOfflineMode(true));
    }

    Map<String, Object> report = verify(tar, "http:8080/health");

    assertFindings(report, OF_DEBIAN, OF_JAVA);
    assertThat(report.get("boot")).asString().contains("outcome=booted", "user=65532:65532");
  }

  private void build(Path context, String dockerfile, String tag) throws IOException {
    Path file = Files.createTempFile(scratch, "Dockerfile", "");
    Files.writeString(file, dockerfile);
    containers.build(context, file, tag);
  }

  private Path saved(String image) throws IOException {
    Path tar = scratch.resolve(image.substring(image.indexOf('/') + 1) + ".oci.tar");
    containers
        .buildah()
        // Compressing takes longer than all else.
        .run("push", "--quiet", "--disable-compression", image, "oci-archive:" + tar);
    return tar;
  }

  @SafeVarargs
  private static void assertFindings(Map<String, Object> report, List<Known>... expected) {
    List<String> known = new ArrayList<>();
    for (List<Known> some : expected) {
      some.forEach(one -> known.add(one.finding()));
    }
    assertThat(findings(report)).as(report.toString()).hasSameElementsAs(known);
  }

  private static List<String> findings(Map<String, Object> report) {
    List<String> findings = new ArrayList<>();
    for (Object one : (List<?>) report.get("findings")) {
      Map<?, ?> finding = (Map<?, ?>) one;
      String subject = finding.get("subject").toString();
      findings.add(finding.get("id") + " " + (subject.startsWith("blobs/") ? "layer" : subject));
    }
    return findings;
  }

  private static Map<String, Object> verify(Path image, String boot) throws IOException {
    Path out = image.resolveSibling(image.getFileName() + ".json");
    Process verification =
        Recipe.cli()
            .process("verify", "--format=json", "--boot=" + boot, image.toString())
            .redirectOutput(out.toFile())
            .redirectError(image.resolveSibling(image.getFileName() + ".err").toFile())
            .start();
    assertThat(Tool.exitCode(verification)).isBetween(0, 1);
    return JSON.std.mapFrom(Files.readString(out));
  }
}
