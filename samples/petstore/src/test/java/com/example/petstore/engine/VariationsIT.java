package com.example.petstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The packaged command line in processes of its own, each with one thing different. All begin with
 * a cache of linked run-time images and none of layers, so that every layer is written anew, at the
 * level that takes the least time.
 */
@Execution(ExecutionMode.CONCURRENT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VariationsIT {

  private static final Path CLI = Path.of("../../core/image/target/parka-cli.jar");
  private static final String HOME = System.getProperty("java.home");

  private Path scratch;
  private Path cache;
  private Build expected;
  private final AtomicInteger builds = new AtomicInteger();

  /** What a build has made. */
  private record Build(Path tar, String digest) {}

  @BeforeAll
  void build(@TempDir Path shared) throws IOException {
    scratch = shared;
    cache = Files.createDirectory(shared.resolve("cache"));
    expected = build(Variation.none(), HOME, cache.toString());
  }

  static Stream<Variation> variations() {
    return Variation.all();
  }

  @ParameterizedTest
  @MethodSource("variations")
  void givesTheSameDigestWith(Variation variation) throws IOException {
    variation.program().ifPresent(name -> assumeTrue(Tool.find(name).isPresent(), name));
    boolean wantsRoot =
        variation.command().contains("setpriv") || variation.command().contains("unshare");
    assumeTrue(!wantsRoot || System.getProperty("user.name").equals("root"), "root's rights");

    requireSame(build(variation, HOME, linked()));
  }

  @Test
  void givesTheSameDigestWithAnEmptyCacheOnAnotherJdk() throws IOException {
    Optional<Path> other = otherJdk();
    assumeTrue(other.isPresent(), "a second JDK");

    requireSame(
        build(
            Variation.none(),
            other.get().toString(),
            scratch.resolve("empty").toString(),
            "--jdk=" + HOME));
  }

  @Test
  void givesTheSameDigestWithoutACache() throws IOException {
    requireSame(build(Variation.none(), HOME, "off"));
  }

  @Test
  void givesTheSameDigestWithAFullCache() throws IOException {
    Path full = Files.createDirectory(scratch.resolve("full"));
    Tool.named("cp").run("--recursive", cache + "/.", full.toString());
    build(Variation.none(), HOME, full.toString());

    requireSame(build(Variation.none(), HOME, full.toString()));
  }

  @Test
  void givesTheSameDigestToTwoAtATime() throws IOException {
    List<CompletableFuture<Build>> pair = new ArrayList<>();
    String shared = linked();
    for (int i = 0; i < 2; i++) {
      pair.add(CompletableFuture.supplyAsync(() -> quietly(Variation.none(), shared)));
    }
    for (CompletableFuture<Build> one : pair) {
      requireSame(one.join());
    }
  }

  @Test
  void givesAnotherDigestForAnotherByteOfAClass() throws IOException {
    Variation changed =
        new Variation("a class", List.of("java"), Map.of(), VariationsIT::changeOneByte);

    assertThat(build(changed, HOME, linked()).digest()).isNotEqualTo(expected.digest());
  }

  @Test
  void givesAnotherDigestForAnotherTime() throws IOException {
    Variation later =
        new Variation("time", List.of("java"), Map.of("SOURCE_DATE_EPOCH", "1"), Variation::copy);

    assertThat(build(later, HOME, linked()).digest()).isNotEqualTo(expected.digest());
  }

  @Test
  void givesAnotherDigestForAnotherJdk() throws IOException {
    Optional<Path> other = otherJdk();
    assumeTrue(other.isPresent(), "a second JDK");

    Build build = build(Variation.none(), other.get().toString(), linked());
    assertThat(build.digest()).isNotEqualTo(expected.digest());
    assertThat(ImageListing.difference(expected.tar(), build.tar()))
        .anyMatch(line -> line.startsWith("layer opt/java/lib/modules "))
        .noneMatch(line -> line.startsWith("layer app/lib/"));
  }

  private static String changeOneByte(Path directory) throws IOException {
    String classPath = Variation.copy(directory);
    Path file = directory.resolve("classes/com/example/petstore/Pets.class");
    byte[] bytes = Files.readAllBytes(file);
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    bytes[text.indexOf("Pets.java")] ^= 1;
    Files.write(file, bytes);
    return classPath;
  }

  private void requireSame(Build build) throws IOException {
    if (!build.digest().equals(expected.digest())) {
      throw new AssertionError(
          "the images differ in\n"
              + String.join("\n", ImageListing.difference(expected.tar(), build.tar())));
    }
    assertThat(build.tar()).hasSameBinaryContentAs(expected.tar());
    Files.delete(build.tar());
  }

  private Build quietly(Variation variation, String shared) {
    try {
      return build(variation, HOME, shared);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Build build(Variation variation, String home, String cacheDirectory, String... more)
      throws IOException {
    Path directory = Files.createDirectory(scratch.resolve("build-" + builds.getAndIncrement()));
    Tool.named("chmod").run("755", scratch.toString(), directory.toString());
    Path tmp = Files.createDirectory(directory.resolve("tmp"));
    Path out = Files.createDirectory(directory.resolve("out"));
    Tool.named("chmod").run("1777", tmp.toString(), out.toString());
    Path tar = out.resolve("petstore.tar");
    String report =
        variation
            .on(home + "/bin/java")
            .withEnvironment("PARKA_CACHE", cacheDirectory)
            .with("-Djava.io.tmpdir=" + tmp)
            .with("-jar", CLI.toAbsolutePath().normalize().toString())
            .with(
                "build",
                "--compression=gzip:1",
                "--format=json",
                "--class-path",
                variation.files().lay(directory))
            .with("--main-class", "com.example.petstore.PetStore", "--output", tar.toString())
            .run(more);
    return new Build(tar, JSON.std.mapFrom(report).get("digest").toString());
  }

  /** A linked image takes seconds; the layers are what this is about. */
  private String linked() throws IOException {
    Path copy = scratch.resolve("cache-" + builds.getAndIncrement());
    Tool.named("cp").run("--archive", "--link", cache.toString(), copy.toString());
    Tool.named("rm").run("-rf", copy.resolve("layers").toString());
    return copy.toString();
  }

  private static Optional<Path> otherJdk() throws IOException {
    try (Stream<Path> homes = Files.list(Path.of("/usr/lib/jvm"))) {
      return homes
          .filter(
              home -> !Files.isSymbolicLink(home) && Files.isRegularFile(home.resolve("release")))
          .filter(home -> !home.equals(Path.of(HOME)))
          .sorted()
          .findFirst();
    }
  }
}
