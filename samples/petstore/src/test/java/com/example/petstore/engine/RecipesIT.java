package com.example.petstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden case of generated files: what is written, and that it builds and runs. */
@NeedsEngine({
  "buildah", "busybox", "docker", "dockerd", "mvn", "podman", "runc", "skopeo", "unshare"
})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecipesIT {

  /** The time of every file in an image, unless another is asked for. */
  private static final Instant EPOCH = Instant.parse("1980-01-01T00:00:00Z");

  /** The plainest. */
  private static final String BY_ALL = "scratch";

  private static final int FIRST_WITHOUT_JMODS = 24;

  private Path scratch;
  private Path context;
  private String toolDigest;
  private StandInImages images;
  private Docker docker;
  private ContainerStore containers;

  /** Who builds. */
  enum Builder {
    CLASSIC,
    BUILDKIT,
    BUILDAH;

    String environment() {
      return this == BUILDKIT ? "1" : "0";
    }

    /** Cache mounts are what the classic builder does not know, and so an option. */
    boolean knows(Recipe recipe) {
      return this != CLASSIC || !recipe.has("--cache-mounts");
    }
  }

  @BeforeAll
  void prepare(@TempDir Path shared) throws IOException {
    scratch = shared;
    RecipeProject project = RecipeProject.in(shared);
    context = project.directory();
    toolDigest =
        Tool.named("sha256sum")
            .run(context.resolve("tools/parka-cli.jar").toString())
            .substring(0, 64);
    images = StandInImages.gather(shared.resolve("images"), project.repository());
    docker = new Docker(shared.resolve("docker"));
    images.build((from, file, tag) -> docker.build("0", from, file, tag));
    containers = ContainerStore.overlaid(shared.resolve("store"));
    images.build((from, file, tag) -> containers.build(from, file, tag));
  }

  @AfterAll
  void close() throws IOException {
    docker.close();
    containers.close();
  }

  /**
   * All, or for want of time by default each recipe by one builder in turn, half of them on older
   * JDKs and half on newer ones, and the plainest by all builders on both.
   */
  static Stream<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    int half = Runtime.version().feature() < FIRST_WITHOUT_JMODS ? 0 : 1;
    int turn = 0;
    for (Recipe recipe : Recipe.all()) {
      boolean byAll = Boolean.getBoolean("parka.recipes.all") || recipe.name().equals(BY_ALL);
      boolean isOfThisHalf = turn % 2 == half;
      Builder one = Builder.values()[turn++ % Builder.values().length];
      for (Builder builder : Builder.values()) {
        boolean isItsTurn = isOfThisHalf && (builder == one || !one.knows(recipe));
        if (builder.knows(recipe) && (byAll || isItsTurn)) {
          cases.add(Arguments.of(recipe, builder));
        }
      }
    }
    return cases.stream();
  }

  static Stream<Recipe> recipes() throws IOException {
    return Recipe.all().stream();
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void isWrittenAsExpected(Recipe recipe) throws IOException {
    Path out = Files.createDirectory(scratch.resolve("written-" + recipe));
    recipe.write(context, out);

    SortedMap<String, String> generated = Recipe.files(out, toolDigest);
    assertThat(generated).isEqualTo(recipe.expected(generated));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isBuiltAndRuns(Recipe recipe, Builder builder) throws IOException {
    String tag = tag(recipe, builder);
    build(recipe, builder, tag);

    try (RunningStore shop = run(builder, tag)) {
      Map<String, Object> answer = JSON.std.mapFrom(shop.client().get("/").body());
      assertThat(answer).containsEntry("greeting", recipe.greeting());
    } finally {
      if (builder == Builder.BUILDAH) {
        containers.podman().run("rm", "--force", "--time=0", tag);
      } else {
        docker.client().run("rm", "--force", tag);
      }
    }
  }

  /** Without a shell, as the image has none. */
  @Test
  void asksTheApplicationHowItIs() throws IOException {
    Recipe recipe = Recipe.named("scratch-configured");
    String tag = "asked";
    build(recipe, Builder.CLASSIC, tag);
    try (RunningStore shop = docker.run(tag, tag, "--health-interval=1s")) {
      assertThat(shop.client().get("/").statusCode()).isEqualTo(200);
      docker.awaitHealth(tag);
    } finally {
      docker.client().run("rm", "--force", tag);
    }
  }

  /** With Parka's command line nothing is left undone, so that nothing may differ. */
  @Test
  void holdsWhatIsBuiltWithoutADaemon() throws IOException {
    Recipe recipe = Recipe.named("tool");
    Path here = scratch.resolve("here.tar");
    Recipe.cli()
        .with("build", "--name=shop", "--main-class=com.acme.shop.Shop", "--jdk=" + images.root())
        .run("--class-path=" + Recipe.classPath(context), "--output=" + here);
    recipe.write(context, context);
    Path file = context.resolve("Dockerfile");
    containers.build(
        context, file, "parity", "--layers=false", "--timestamp=" + EPOCH.getEpochSecond());
    ImageArchive byBuildah = new ImageArchive(scratch.resolve("buildah.tar"));
    containers.buildah().run("push", "parity", byBuildah.skopeoName());
    docker.build(Builder.BUILDKIT.environment(), context, file, "parity");
    ImageArchive byDocker = docker.save("parity", scratch.resolve("docker.tar"));

    assertThat(ImageListing.ofFiles(byBuildah.file(), true))
        .isEqualTo(ImageListing.ofFiles(here, true));
    assertThat(ImageListing.ofFiles(byDocker.file(), false))
        .isEqualTo(ImageListing.ofFiles(here, false));
    Map<String, Object> config = new ImageArchive(here).config();
    assertThat(EngineConfig.withoutTheEnginesOwn(byBuildah.config())).isEqualTo(config);
    assertThat(EngineConfig.withoutTheEnginesOwn(byDocker.config())).isEqualTo(config);
  }

  private static String tag(Recipe recipe, Builder builder) {
    return recipe + "-" + builder.name().toLowerCase(Locale.ROOT);
  }

  private RunningStore run(Builder builder, String tag) throws IOException {
    return builder == Builder.BUILDAH ? containers.run(tag, tag) : docker.run(tag, tag);
  }

  private void build(Recipe recipe, Builder builder, String tag) throws IOException {
    // Where users have them, so that .dockerignore counts.
    recipe.write(context, context);
    if (recipe.has("--pattern=builder")) {
      script(builder).withEnvironment("CONTEXT", context.toString()).run(tag);
    } else if (builder == Builder.BUILDAH) {
      containers.build(context, context.resolve("Dockerfile"), tag);
    } else {
      docker.build(builder.environment(), context, context.resolve("Dockerfile"), tag);
    }
  }

  private Tool script(Builder builder) {
    Tool script = Tool.named("sh").with(context.resolve("build-image.sh").toString());
    if (builder != Builder.BUILDAH) {
      return script
          .withEnvironment("ENGINE", docker.client().command().get(0))
          .withEnvironment("DOCKER_HOST", docker.host())
          .withEnvironment("DOCKER_BUILDKIT", builder.environment())
          .withEnvironment("BUILD_OPTIONS", "--network=none");
    }
    return script
        .withEnvironment("ENGINE", String.join(" ", containers.podman().command()))
        .withEnvironment("BUILD_OPTIONS", "--isolation=chroot --pull=never");
  }
}
