package dev.parka.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.oci.Layer;
import dev.parka.registry.FakeRegistry;
import dev.parka.registry.PushedImage;
import dev.parka.runtime.cache.UserCache;
import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Machines are caches that know nothing of each other. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedLinksTest {

  private static final ImageDescriptor APP = () -> "com.acme.App";

  private Path directory;
  private Path classes;
  private Path released;
  private Path snapshot;
  private FakeRegistry registry;
  private ImageReference repository;
  private Digest first;
  private final List<BuildEvent> events = new ArrayList<>();

  @BeforeAll
  void linkOnOneMachine(@TempDir Path shared) throws IOException {
    directory = shared;
    registry = new FakeRegistry();
    repository = registry.reference("parka/cache");
    classes = compile("here");
    released = TestApplication.jar(compile("lib"), directory.resolve("lib-1.0.jar"), "");
    snapshot = TestApplication.jar(compile("new"), directory.resolve("new-1.0-SNAPSHOT.jar"), "");
    first = build("one");
    assertThat(notes()).containsExactly("the shared cache does not have it");
    assertThat(registry.count("PUT", "/v2/parka/cache/manifests/")).isEqualTo(1);
  }

  /** What says one thing is the application; what says another, a library, has no main class. */
  private Path compile(String text) throws IOException {
    boolean isApplication = text.endsWith("here");
    String name = isApplication ? "App" : "Lib" + text.hashCode();
    return TestApplication.compile(
        directory.resolve(text),
        "com/acme/" + name + ".java",
        "package com.acme; public class "
            + name
            + " { public static void main(String[] arguments) { System.out.println(\""
            + text
            + "\"); } }");
  }

  @AfterAll
  void stop() {
    registry.close();
  }

  @BeforeEach
  void forget() {
    events.clear();
    registry.clearLog();
  }

  private Digest build(String machine) {
    try (BuiltImage image = image(machine, classes)) {
      return image.digest();
    }
  }

  private BuiltImage image(String machine, Path application) {
    return ContainerImages.of(APP)
        .classPath(application, released, snapshot)
        .in(new UserCache(directory.resolve(machine)))
        .registryCache(repository)
        .annotation("org.opencontainers.image.revision", "abc")
        .listener(events::add)
        .build();
  }

  private List<String> notes() {
    return events.stream()
        .filter(BuildEvent.Note.class::isInstance)
        .map(event -> ((BuildEvent.Note) event).text())
        .toList();
  }

  private boolean isLinked() {
    return !events.contains(new BuildEvent.Remembered(BuildEvent.Step.LINK));
  }

  @Test
  void anotherMachineLinksNothingAndGetsTheSameImage() {
    assertThat(build("two")).isEqualTo(first);
    assertThat(notes()).isEmpty();
    assertThat(isLinked()).as("%s", events).isFalse();
    // What is there is not offered again, now or the next time, and not asked for again.
    assertThat(registry.count("PUT", "")).isZero();
    registry.clearLog();
    assertThat(build("two")).isEqualTo(first);
    assertThat(registry.count("", "")).isZero();
  }

  @Test
  void whatIsDamagedIsLinkedHere() {
    registry.damage("parka/cache");
    assertThat(build("three")).isEqualTo(first);
    assertThat(isLinked()).isTrue();
    assertThat(notes())
        .singleElement()
        .asString()
        .startsWith("the shared cache does not help: [DamagedDownload] what " + repository);
    registry.damage("parka/cache");
  }

  @Test
  void whoMayNotPushBuildsAllTheSame() throws IOException {
    try (FakeRegistry closed = new FakeRegistry()) {
      closed.fault("POST", "", Integer.MAX_VALUE, FakeRegistry.status(403, ""));
      List<BuildEvent> seen = new ArrayList<>();
      try (BuiltImage image =
          ContainerImages.of(APP)
              .classPath(classes, released, snapshot)
              .annotation("org.opencontainers.image.revision", "abc")
              .in(new UserCache(Files.createDirectories(directory.resolve("one"))))
              .registryCache(closed.reference("parka/cache"))
              .listener(seen::add)
              .build()) {
        assertThat(image.digest()).isEqualTo(first);
      }
      assertThat(seen)
          .filteredOn(BuildEvent.Note.class::isInstance)
          .singleElement()
          .extracting(event -> ((BuildEvent.Note) event).text())
          .asString()
          .startsWith("the run-time image is not shared: [RegistryRefused] beginning an upload");
    }
  }

  @Test
  void aChangedClassSendsTheApplicationAlone() throws IOException {
    ImageReference one = registry.reference("shop/app:1");
    try (BuiltImage image = image("one", classes)) {
      assertThat(image.image().layers())
          .extracting(Layer::kind)
          .containsExactly(
              Layer.Kind.ROOT_FILE_SYSTEM,
              Layer.Kind.RUNTIME_IMAGE,
              Layer.Kind.DEPENDENCIES,
              Layer.Kind.SNAPSHOTS,
              Layer.Kind.APPLICATION);
      assertThat(image.image().annotations())
          .containsEntry("org.opencontainers.image.revision", "abc")
          .containsEntry("org.opencontainers.image.created", "1980-01-01T00:00:00Z")
          .containsEntry("org.opencontainers.image.title", "app");
      image.push(one);
    }
    registry.clearLog();
    List<BuildEvent.Progress> sent = new ArrayList<>();
    try (BuiltImage image = image("one", compile("no longer here"))) {
      PushedImage pushed = image.push(registry.reference("shop/app:2"));
      // The layer, and the configuration that names it.
      assertThat(pushed.blobs().sent()).isEqualTo(2);
      assertThat(pushed.blobs().present()).isEqualTo(4);
      assertThat(registry.count("PATCH", "")).isEqualTo(2);
      assertThat(registry.count("HEAD", "/v2/shop/app/blobs/")).isEqualTo(6);
      Layer application = image.image().layers().get(4);
      assertThat(registry.count("PUT", application.descriptor().digest().toString())).isEqualTo(1);
    }
    events.stream()
        .filter(BuildEvent.Progress.class::isInstance)
        .map(BuildEvent.Progress.class::cast)
        .filter(progress -> progress.step() == BuildEvent.Step.PUSH)
        .forEach(sent::add);
    assertThat(sent)
        .last()
        .satisfies(progress -> assertThat(progress.done()).isEqualTo(progress.total()));
  }

  @Test
  void aCacheHasTagsOfItsOwn() {
    assertThatThrownBy(
            () -> ContainerImages.of(APP).registryCache(registry.reference("parka/cache:1")))
        .hasMessage(
            "[BadReference] "
                + registry.reference("parka/cache:1")
                + " names a tag or a digest, and a cache has tags of its own; name a repository,"
                + " as in registry.acme.com/parka/cache");
  }
}
