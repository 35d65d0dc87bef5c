package dev.parka.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.jdks.JdkSource;
import dev.parka.oci.Layer;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.modules.InferenceLevel;
import dev.parka.runtime.trace.TraceMode;
import dev.parka.verify.ImageVerifier;
import dev.parka.verify.VerificationRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContainerImagesTest {

  private static final ImageDescriptor APP =
      new ImageDescriptor() {
        @Override
        public String mainClass() {
          return "com.acme.App";
        }

        @Override
        public List<String> volumes() {
          return List.of("/var/lib/pets");
        }
      };

  private Path directory;
  private List<Path> classPath;
  private BuiltImage image;
  private final List<String> steps = new ArrayList<>();
  private final Map<String, BuildEvent.Progress> written = new LinkedHashMap<>();

  @BeforeAll
  void build(@TempDir Path shared) throws IOException {
    directory = shared;
    Path classes =
        TestApplication.compile(
            directory,
            "com/acme/App.java",
            """
            package com.acme;

            public class App {
              public static void main(String[] arguments) {
                System.out.println(Greeting.TEXT + java.util.logging.Level.INFO);
              }
            }
            """,
            "com/acme/AppImage.java",
            """
            package com.acme;

            public final class AppImage implements dev.parka.annotations.ImageDescriptor {
              @Override
              public String mainClass() {
                return "com.acme.App";
              }
            }
            """,
            "com/acme/Greeting.java",
            """
            package com.acme;

            class Greeting {
              static final String TEXT = String.valueOf("hi ");
            }
            """);
    Files.createDirectories(classes.resolve("META-INF/parka/com.acme.App"));
    Files.writeString(classes.resolve("META-INF/parka/com.acme.App/Dockerfile"), "x");
    Path library =
        TestApplication.jar(
            TestApplication.compile(
                directory.resolve("lib"),
                "org/lib/Lib.java",
                "package org.lib; public class Lib {}"),
            directory.resolve("lib 1.jar"),
            "");
    classPath = List.of(classes, library);
    image = ContainerImages.of(APP).classPath(classPath).listener(this::note).build();
  }

  private void note(BuildEvent event) {
    if (event instanceof BuildEvent.Progress progress) {
      written.put(progress.what(), progress);
    } else {
      steps.add(event.getClass().getSimpleName() + " " + event.step());
    }
  }

  @Test
  void tellsOfEveryByteThatIsWritten() {
    assertThat(written.keySet())
        .containsExactlyElementsOf(
            image.image().layers().stream().map(layer -> layer.kind().toString()).toList());
    for (Layer layer : image.image().layers()) {
      assertThat(written)
          .containsEntry(
              layer.kind().toString(),
              new BuildEvent.Progress(
                  BuildEvent.Step.LAYERS,
                  layer.kind().toString(),
                  layer.unpackedSize(),
                  layer.unpackedSize()));
    }
  }

  @AfterAll
  void close() {
    image.close();
  }

  @Test
  void layersComeInTheOrderOfChange() {
    assertThat(image.image().layers())
        .extracting(Layer::kind)
        .containsExactly(
            Layer.Kind.ROOT_FILE_SYSTEM,
            Layer.Kind.RUNTIME_IMAGE,
            Layer.Kind.DEPENDENCIES,
            Layer.Kind.APPLICATION);
  }

  @Test
  void modulesAreThoseThatTheClassesUse() {
    assertThat(image.modules()).hasToString("[java.base, java.logging]");
    assertThat(image.report())
        .contains("app:latest for linux/", image.digest().toString(), "java.logging")
        .containsPattern("run-time image +[0-9.]+ MB +[0-9.]+ MB  [0-9a-f]{12}\n");
  }

  @Test
  void applicationLayerHoldsTheApplicationAndNothingOfParka() throws IOException {
    assertThat(entries(Layer.Kind.APPLICATION))
        .containsExactly(
            "app/ 0:0",
            "app/app.jar 0:0",
            "app/class-path 0:0",
            "var/ 0:0",
            "var/lib/ 0:0",
            "var/lib/pets/ 65532:65532");
    assertThat(entries(Layer.Kind.DEPENDENCIES))
        .containsExactly("app/ 0:0", "app/lib/ 0:0", "app/lib/lib_1.jar 0:0");
    assertThat(jarEntries())
        .contains("com/acme/App.class", "com/acme/Greeting.class")
        .noneMatch(name -> name.contains("AppImage") || name.startsWith("META-INF/parka/"));
  }

  @Test
  void sameInputsGiveTheSameImageAndAnotherTimeAnother() throws IOException {
    try (BuiltImage again = ContainerImages.of(APP).classPath(classPath).build();
        BuiltImage later =
            ContainerImages.of(APP)
                .classPath(classPath)
                .time(Instant.parse("2026-01-01T00:00:00.5Z"))
                .build()) {
      assertThat(again.digest()).isEqualTo(image.digest());
      assertThat(later.digest()).isNotEqualTo(image.digest());
      Path one = directory.resolve("one.tar");
      Path two = directory.resolve("two.tar");
      image.toOciTar(one);
      again.toOciTar(two);
      assertThat(two).hasSameBinaryContentAs(one);
    }
  }

  @Test
  void savesForDockerWhatIsAnImageLayoutAsWell() throws IOException {
    Path tar = directory.resolve("docker.tar");
    image.toDockerTar(tar);

    assertThat(ImageVerifier.verify(VerificationRequest.of(tar)).isGood()).isTrue();
    Path files = Files.createDirectory(directory.resolve("docker"));
    try (TarArchiveInputStream in = new TarArchiveInputStream(Files.newInputStream(tar))) {
      for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (entry.getName().equals("manifest.json")) {
          Files.write(files.resolve("manifest.json"), in.readAllBytes());
        }
      }
    }
    assertThat(files.resolve("manifest.json"))
        .content()
        .startsWith("[{\"Config\":\"blobs/sha256/" + image.image().config().digest().hex() + "\"")
        .contains("\"RepoTags\":[\"app:latest\"]");
  }

  @Test
  void putsImagesUnderOneIndex() throws IOException {
    Path layout = directory.resolve("index");
    try (ImageIndex index = ImageIndex.of(image)) {
      index.toOciLayout(layout);
      assertThat(layout.resolve("blobs/sha256").resolve(index.digest().hex()))
          .content()
          .contains(
              image.digest().toString(),
              "\"platform\":{\"architecture\":\""
                  + image.image().platform().architecture().ociName()
                  + "\",\"os\":\"linux\"}");
      assertThat(layout.resolve("index.json")).content().contains(index.digest().toString());
    }
    try (ImageIndex one = ImageIndex.of(image);
        ImageIndex built =
            ContainerImages.of(APP)
                .classPath(classPath)
                .buildFor(
                    Map.of(
                        image.image().platform(),
                        new JdkSource.Home(Path.of(System.getProperty("java.home")))))) {
      assertThat(built.digest()).isEqualTo(one.digest());
    }
    assertThatThrownBy(() -> ImageIndex.of(image, image))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("two images for " + image.image().platform());
  }

  @Test
  void recordedRunsCanBeTheListOfModules() throws IOException {
    Path log =
        Files.writeString(
            directory.resolve("run.log"),
            """
            java.lang.Object source: jrt:/java.base
            java.util.prefs.Preferences source: jrt:/java.prefs
            """);
    try (BuiltImage traced =
        ContainerImages.of(APP)
            .classPath(classPath)
            .level(InferenceLevel.SAFE)
            .trace(log)
            .traceMode(TraceMode.TRACE_ONLY)
            .build()) {
      assertThat(traced.plan().runtime().modules().names()).hasToString("[java.base, java.prefs]");
      assertThat(traced.report())
          .contains("  java.prefs  a recorded run loaded java.util.prefs.Preferences\n");
      assertThat(traced.traceComparison())
          .hasValueSatisfying(
              comparison ->
                  assertThat(comparison.listedNeverLoaded().keySet())
                      .hasToString("[java.logging]"));
    }
    assertThat(image.traceComparison()).isEmpty();
  }

  @Test
  void refusesARecordedRunThatIsNone() {
    assertThatThrownBy(() -> ContainerImages.of(APP).classPath(classPath).trace(directory).build())
        .isInstanceOf(ParkaException.class)
        .hasMessageStartingWith("[BadTrace] " + directory + " cannot be read: it is a directory; ");
  }

  @Test
  void savesALayout() {
    Path layout = directory.resolve("saved/layout");
    image.toOciLayout(layout);
    assertThat(layout.resolve("oci-layout")).hasContent("{\"imageLayoutVersion\":\"1.0.0\"}");
    assertThat(layout.resolve("blobs/sha256").resolve(image.digest().hex())).isRegularFile();
  }

  @Test
  void listenerIsToldOfEveryStep() {
    assertThat(steps)
        .containsExactly(
            "Started finding modules",
            "Finished finding modules",
            "Started linking the run-time image",
            "Finished linking the run-time image",
            "Started gathering shared libraries",
            "Finished gathering shared libraries",
            "Started repacking jars",
            "Finished repacking jars",
            "Started writing layers",
            "Finished writing layers");
  }

  private InputStream layer(Layer.Kind kind) throws IOException {
    Layer layer =
        image.image().layers().stream().filter(l -> l.kind() == kind).findFirst().orElseThrow();
    Path blob =
        image.image().layout().resolve("blobs/sha256").resolve(layer.descriptor().digest().hex());
    return new GZIPInputStream(Files.newInputStream(blob));
  }

  private List<String> entries(Layer.Kind kind) throws IOException {
    List<String> names = new ArrayList<>();
    try (TarArchiveInputStream tar = new TarArchiveInputStream(layer(kind))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        names.add(entry.getName() + " " + entry.getLongUserId() + ":" + entry.getLongGroupId());
      }
    }
    return names;
  }

  private List<String> jarEntries() throws IOException {
    List<String> names = new ArrayList<>();
    try (TarArchiveInputStream tar = new TarArchiveInputStream(layer(Layer.Kind.APPLICATION))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        if (entry.getName().endsWith(".jar")) {
          ZipArchiveInputStream zip = new ZipArchiveInputStream(tar, "UTF-8", true, true);
          for (ZipArchiveEntry e = zip.getNextEntry(); e != null; e = zip.getNextEntry()) {
            names.add(e.getName());
          }
          return names;
        }
      }
    }
    return names;
  }
}
