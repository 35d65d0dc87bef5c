package dev.parka.oci;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.plan.ImageConfig;
import dev.parka.plan.ImagePlan;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import dev.parka.runtime.tree.FileTree;
import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageDocumentsTest {

  private static final Platform PLATFORM = new Platform(Architecture.ARM64);
  private static final Digest ONE = new Digest("1".repeat(64));
  private static final Digest TWO = new Digest("2".repeat(64));
  private static final Layer LAYER =
      new Layer(
          Layer.Kind.RUNTIME_IMAGE,
          new Descriptor(MediaTypes.LAYER_GZIP, ONE, 12),
          TWO,
          34,
          "run-time image: java.base");

  private static final RootModules MODULES =
      new RootModules(
          new TreeMap<>(Map.of(ModuleName.JAVA_BASE, List.of(new Reason("needed")))), List.of());

  @Test
  void configSaysWhatThePlanSays() {
    ImageDescriptor descriptor =
        new ImageDescriptor() {
          @Override
          public String mainClass() {
            return "com.acme.App";
          }

          @Override
          public List<Map.Entry<String, String>> env() {
            return List.of(Map.entry("Z", "1"), Map.entry("A", "two \"words\""));
          }

          @Override
          public List<Map.Entry<String, String>> labels() {
            return List.of(Map.entry("b", "2"), Map.entry("a", "1"));
          }

          @Override
          public List<Integer> ports() {
            return List.of(8443, 8080);
          }

          @Override
          public List<String> volumes() {
            return List.of("/data");
          }

          @Override
          public List<String> arguments() {
            return List.of("serve");
          }

          @Override
          public HealthProbe healthCheck() {
            return new HealthProbe(List.of("/opt/java/bin/java", "-version"), 5, 2, 1, 4);
          }
        };
    ImagePlan plan = ImagePlan.of(ImageSpec.from(descriptor), MODULES, 17);
    assertThat(
            text(
                ImageDocuments.config(
                    plan.config(), PLATFORM, List.of(LAYER), Instant.EPOCH.plusSeconds(1))))
        .isEqualTo(
            "{\"created\":\"1970-01-01T00:00:01Z\",\"architecture\":\"arm64\",\"os\":\"linux\","
                + "\"config\":{\"User\":\"65532:65532\","
                + "\"ExposedPorts\":{\"8080/tcp\":{},\"8443/tcp\":{}},"
                + "\"Env\":[\"LANG=C.UTF-8\",\"Z=1\",\"A=two \\\"words\\\"\"],"
                + "\"Entrypoint\":[\"/opt/java/bin/java\",\"@/app/class-path\",\"com.acme.App\"],"
                + "\"Cmd\":[\"serve\"],\"Volumes\":{\"/data\":{}},\"WorkingDir\":\"/app\","
                + "\"Labels\":{\"a\":\"1\",\"b\":\"2\"},\"StopSignal\":\"SIGTERM\","
                + "\"Healthcheck\":{\"Test\":[\"CMD\",\"/opt/java/bin/java\",\"-version\"],"
                + "\"Interval\":5000000000,\"Timeout\":2000000000,\"StartPeriod\":1000000000,"
                + "\"Retries\":4}},"
                + "\"rootfs\":{\"type\":\"layers\",\"diff_ids\":[\""
                + TWO
                + "\"]},"
                + "\"history\":[{\"created\":\"1970-01-01T00:00:01Z\",\"created_by\":\"parka\","
                + "\"comment\":\"run-time image: java.base\"}]}");
  }

  @Test
  void manifestAndIndexPointToBlobs() {
    Descriptor config = new Descriptor(MediaTypes.CONFIG, TWO, 7);
    assertThat(
            text(
                ImageDocuments.manifest(
                    config, List.of(LAYER), new TreeMap<>(Map.of("b", "2", "a", "1")))))
        .isEqualTo(
            "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\","
                + "\"config\":{\"mediaType\":\"application/vnd.oci.image.config.v1+json\","
                + "\"digest\":\""
                + TWO
                + "\",\"size\":7},"
                + "\"layers\":[{\"mediaType\":\"application/vnd.oci.image.layer.v1.tar+gzip\","
                + "\"digest\":\""
                + ONE
                + "\",\"size\":12}],\"annotations\":{\"a\":\"1\",\"b\":\"2\"}}");
    Descriptor manifest = new Descriptor(MediaTypes.MANIFEST, ONE, 9);
    assertThat(text(ImageDocuments.index(manifest, PLATFORM, ImageReference.parse("petstore:1.4"))))
        .isEqualTo(
            "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\","
                + "\"manifests\":[{\"mediaType\":\"application/vnd.oci.image.manifest.v1+json\","
                + "\"digest\":\""
                + ONE
                + "\",\"size\":9,"
                + "\"platform\":{\"architecture\":\"arm64\",\"os\":\"linux\"},"
                + "\"annotations\":{"
                + "\"io.containerd.image.name\":\"docker.io/library/petstore:1.4\","
                + "\"org.opencontainers.image.ref.name\":\"1.4\"}}]}");
  }

  @ParameterizedTest
  @CsvSource({
    "petstore:1, docker.io/library/petstore:1",
    "shop/petstore:1, docker.io/shop/petstore:1",
    "localhost/petstore:1, localhost/petstore:1",
    "localhost:5000/a/b:1, localhost:5000/a/b:1",
    "registry.acme.com/a:1, registry.acme.com/a:1",
  })
  void enginesFindTheFullName(String written, String full) {
    assertThat(QualifiedName.of(ImageReference.parse(written))).isEqualTo(full);
  }

  @Test
  void manifestIsAnnotatedWithWhatLabelsSayInItsWords() {
    ImageDescriptor descriptor =
        new ImageDescriptor() {
          @Override
          public String mainClass() {
            return "com.acme.App";
          }

          @Override
          public List<Map.Entry<String, String>> labels() {
            return List.of(
                Map.entry("team", "shop"),
                Map.entry("org.opencontainers.image.licenses", "Apache-2.0"),
                Map.entry("org.opencontainers.image.title", "The shop"));
          }
        };
    ImageConfig config = ImagePlan.of(ImageSpec.from(descriptor), MODULES, 17).config();
    ImageReference reference = ImageReference.parse("acme.com/shop/petstore:1.4");
    assertThat(ManifestAnnotations.of(reference, config, Instant.EPOCH))
        .containsExactly(
            Map.entry("org.opencontainers.image.created", "1970-01-01T00:00:00Z"),
            Map.entry("org.opencontainers.image.licenses", "Apache-2.0"),
            Map.entry("org.opencontainers.image.title", "The shop"),
            Map.entry("org.opencontainers.image.version", "1.4"));
  }

  @Test
  void historyNamesADozenAndCountsTheRest() {
    FileTree none = FileTree.of(List.of());
    assertThat(LayerContent.named(none, List.of("a", "b")).summary()).isEqualTo("a, b");
    assertThat(LayerContent.named(none, IntStream.range(0, 15).boxed().toList()).summary())
        .isEqualTo("0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 3 more");
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
