package com.example.petstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every golden case of generated files: what is written, and that it builds and runs. */
@NeedsEngine({
  "buildah", "busybox", "docker", "dockerd", "mvn", "podman", "runc", "skopeo", "unshare"
})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Execution(ExecutionMode.CONCURRENT)
class RecipesIT {

  /** The time of every file in an image, unless another is asked for. */
  private static final Instant EPOCH = Instant.parse("1980-01-01T00:00:00Z");

  /** The plainest. */
  private static final String BY_ALL = "scratch";

  private static final int FIRST_WITHOUT_JMODS = 24;

  private final Map<Recipe, Path> written = new ConcurrentHashMap<>();

  /** One build at a time in each engine, beside one in the other. */
  private final Lock dockerLock = new ReentrantLock();

  private final Lock containersLock = new ReentrantLock();

  private Path scratch;
  private Path project;
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
  void prepare(@TempDir Path shared) throws Exception {
    scratch = shared;
    Future<StandInImages> gathered = beside(() -> StandInImages.gather(shared.resolve("images")));
    RecipeProject made = RecipeProject.in(shared);
    project = made.directory();
    toolDigest =
        Tool.named("sha256sum")
            .run(project.resolve("tools/parka-cli.jar").toString())
            .substring(0, 64);
    images = gathered.get();
    images.gatherMaven(made.repository());
    docker = new Docker(shared.resolve("docker"));
    containers = ContainerStore.overlaid(shared.resolve("store"));
    Future<Docker> filled =
        beside(
            () -> {
              images.build(docker);
              return docker;
            });
    images.build(containers);
    docker = filled.get();
  }

  private static <T> Future<T> beside(Callable<T> task) {
    FutureTask<T> future = new FutureTask<>(task);
    new Thread(future, "beside").start();
    return future;
  }

  @AfterAll
  void close() throws IOException {
    if (docker != null) {
      docker.close();
    }
    if (containers != null) {
      containers.close();
    }
  }

  /**
   * All, or for want of time by default each recipe by one builder on older JDKs and by another on
   * newer ones, and the plainest by all builders on both. Maven's builds are one builder's, since
   * what it caches of one is what the next begins with.
   */
  static Stream<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    boolean isOlder = Runtime.version().feature() < FIRST_WITHOUT_JMODS;
    int turn = isOlder ? 0 : 1;
    for (Recipe recipe : Recipe.all()) {
      boolean byAll = Boolean.getBoolean("parka.recipes.all") || recipe.name().equals(BY_ALL);
      Builder one = Builder.values()[turn % Builder.values().length];
      if (recipe.isBuiltByMaven()) {
        one = isOlder ? Builder.CLASSIC : Builder.BUILDKIT;
      } else {
        turn++;
      }
      if (!one.knows(recipe)) {
        one = Builder.BUILDAH;
      }
      for (Builder builder : Builder.values()) {
        if (builder.knows(recipe) && !recipe.wantsMore() && (byAll || builder == one)) {
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
    SortedMap<String, String> generated = Recipe.files(written(recipe), toolDigest);
    assertThat(generated).isEqualTo(recipe.expected(generated));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isBuiltAndRuns(Recipe recipe, Builder builder) throws IOException {
    String tag = tag(recipe, builder);
    Lock lock = lock(builder);
    lock.lock();
    try {
      build(recipe, builder, tag);
    } finally {
      lock.unlock();
    }
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
    dockerLock.lock();
    try {
      build(recipe, Builder.CLASSIC, tag);
    } finally {
      dockerLock.unlock();
    }
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
    ImageArchive here =
        here(
            recipe, "--main-class=com.acme.shop.Shop", "--class-path=" + Recipe.classPath(project));
    Path context = context(recipe, "parity");
    ImageArchive byBuildah = new ImageArchive(scratch.resolve("buildah.tar"));
    containersLock.lock();
    try {
      containers.build(
          context,
          context.resolve("Dockerfile"),
          "parity",
          "--layers=false",
          "--timestamp=" + EPOCH.getEpochSecond());
      containers.buildah().run("push", "parity", byBuildah.skopeoName());
    } finally {
      containersLock.unlock();
    }

    assertThat(ImageListing.ofFiles(byBuildah.file(), true))
        .isEqualTo(ImageListing.ofFiles(here.file(), true));
    assertThat(EngineConfig.withoutTheEnginesOwn(byBuildah.config())).isEqualTo(here.config());
    assertIsBuiltByDocker(recipe, here);
  }

  @Test
  void holdsTheSameModules() throws IOException {
    Recipe recipe = Recipe.named("modules-tool");
    Path modules = project.resolve("modules");
    assertIsBuiltByDocker(
        recipe,
        here(
            recipe,
            "--module=com.acme.shop/com.acme.shop.Shop",
            "--module-path=" + modules.resolve("acme-shop.jar") + ":" + modules.resolve("lib")));
  }

  @Test
  void takesAJarApartInTheSameWay() throws IOException {
    Recipe recipe = Recipe.named("executable-tool");
    assertIsBuiltByDocker(
        recipe,
        here(recipe, "--etc-ssl", "--class-path=" + project.resolve("executable/shop.jar")));
  }

  private ImageArchive here(Recipe recipe, String... application) throws IOException {
    ImageArchive here = new ImageArchive(scratch.resolve(recipe + "-here.tar"));
    Recipe.cli()
        .with("build", "--name=shop", "--jdk=" + images.root())
        .with(application)
        .run("--output=" + here.file());
    return here;
  }

  /** But for times, which BuildKit of this version sets as it likes. */
  private void assertIsBuiltByDocker(Recipe recipe, ImageArchive here) throws IOException {
    Path context = context(recipe, "parity-docker");
    String tag = "parity-" + recipe;
    ImageArchive byDocker;
    dockerLock.lock();
    try {
      docker.build(Builder.BUILDKIT.environment(), context, context.resolve("Dockerfile"), tag);
      byDocker = docker.save(tag, scratch.resolve(recipe + "-docker.tar"));
    } finally {
      dockerLock.unlock();
    }
    assertThat(ImageListing.ofFiles(byDocker.file(), false))
        .isEqualTo(ImageListing.ofFiles(here.file(), false));
    assertThat(EngineConfig.withoutTheEnginesOwn(byDocker.config())).isEqualTo(here.config());
  }

  private static String tag(Recipe recipe, Builder builder) {
    return recipe + "-" + builder.name().toLowerCase(Locale.ROOT);
  }

  private RunningStore run(Builder builder, String tag) throws IOException {
    return builder == Builder.BUILDAH ? containers.run(tag, tag) : docker.run(tag, tag);
  }

  private Lock lock(Builder builder) {
    return builder == Builder.BUILDAH ? containersLock : dockerLock;
  }

  /** What is generated is the same however often it is built. */
  private Path written(Recipe recipe) throws IOException {
    try {
      return written.computeIfAbsent(
          recipe,
          wanted -> {
            try {
              Path out = Files.createDirectory(scratch.resolve("written-" + wanted));
              wanted.write(project, out);
              return out;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw new IOException(e);
    }
  }

  /** The project with the files where users have them, so that .dockerignore counts. */
  private Path context(Recipe recipe, String use) throws IOException {
    Path context = scratch.resolve("context-" + recipe + "-" + use);
    Tool.named("cp").run("-r", "--link", project.toString(), context.toString());
    Tool.named("cp").run("-rT", written(recipe).toString(), context.toString());
    return context;
  }

  private void build(Recipe recipe, Builder builder, String tag) throws IOException {
    Path context = context(recipe, tag);
    if (recipe.has("--pattern=builder")) {
      script(builder, context).withEnvironment("CONTEXT", context.toString()).run(tag);
    } else if (builder == Builder.BUILDAH) {
      containers.build(context, context.resolve("Dockerfile"), tag);
    } else {
      docker.build(builder.environment(), context, context.resolve("Dockerfile"), tag);
    }
  }

  private Tool script(Builder builder, Path context) {
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
