package dev.parka.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parka.annotations.ImageDescriptor;
import dev.parka.plan.ImagePlan;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.FileEntry;
import dev.parka.runtime.tree.FileTree;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseLayersTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final BaseLayers.Origin ORIGIN =
      new BaseLayers.Origin(ImageReference.parse("acme/base:1"), new Digest("a".repeat(64)));

  @TempDir private Path temporary;

  private static HandMadeImage base() {
    return new HandMadeImage()
        .layer(
            new HandMadeLayer()
                .directory("opt", 0750)
                .directory("tmp", 01777)
                .link("srv", "tmp")
                .file("etc", "no directory"))
        .container(
            c -> {
              c.putArray("Env").add("PATH=/bin").add("LANG=de").add("ODD");
              c.putObject("Labels").put("maintainer", "acme").put("a", "theirs");
              c.putObject("ExposedPorts").putObject("53/udp");
              c.putObject("Healthcheck").putArray("Test").add("CMD-SHELL").add("true");
              c.putArray("Cmd").add("bash");
            })
        .manifest(
            m ->
                ((ArrayNode) m.get("layers"))
                    .forEach(
                        layer ->
                            ((ObjectNode) layer)
                                .put(
                                    "mediaType",
                                    "application/vnd.docker.image.rootfs.diff.tar.gzip")));
  }

  private BaseLayers read(HandMadeImage image) throws IOException {
    Path layout = image.write(Files.createDirectory(temporary.resolve("layout")));
    return BaseLayers.read(layout, ORIGIN, temporary.resolve("root"));
  }

  private static ImagePlan plan() {
    ImageDescriptor descriptor =
        new ImageDescriptor() {
          @Override
          public String mainClass() {
            return "com.acme.App";
          }

          @Override
          public List<Map.Entry<String, String>> labels() {
            return List.of(Map.entry("a", "ours"));
          }

          @Override
          public List<Integer> ports() {
            return List.of(8080);
          }
        };
    RootModules modules =
        new RootModules(
            new TreeMap<>(Map.of(ModuleName.JAVA_BASE, List.of(new Reason("needed")))), List.of());
    return ImagePlan.of(ImageSpec.from(descriptor), modules, 17);
  }

  private static JsonNode blob(Path layout, JsonNode descriptor) throws IOException {
    String hex = descriptor.get("digest").asText().substring("sha256:".length());
    return JSON.readTree(layout.resolve("blobs/sha256/" + hex).toFile());
  }

  @Test
  void liesBelowAndIsInherited() throws IOException {
    BaseLayers base = read(base());
    Path layout = Files.createDirectory(temporary.resolve("out"));
    FileTree files =
        FileTree.of(
            List.of(new FileEntry.RegularFile(new ImagePath("/opt/x"), 0644, Content.utf8("x"))));
    OciImage image =
        new ImageLayoutWriter(
                layout,
                new Platform(Architecture.AMD64),
                new LayerFormat(Instant.EPOCH, LayerCompression.GZIP))
            .write(
                ImageReference.parse("app:1"),
                plan().config(),
                new TreeMap<>(
                    Map.of(Layer.Kind.APPLICATION, new LayerContent(base.over(files), "x"))),
                Optional.of(base));
    assertThat(image.layers())
        .extracting(Layer::kind)
        .containsExactly(Layer.Kind.BASE, Layer.Kind.APPLICATION);
    JsonNode index = JSON.readTree(layout.resolve("index.json").toFile());
    JsonNode manifest = blob(layout, index.get("manifests").get(0));
    assertThat(manifest.get("layers").get(0).get("mediaType").asText())
        .isEqualTo(MediaTypes.LAYER_GZIP);
    assertThat(manifest.get("annotations").toString())
        .contains(
            "\"org.opencontainers.image.base.digest\":\"" + ORIGIN.digest() + "\"",
            "\"org.opencontainers.image.base.name\":\"docker.io/acme/base:1\"");
    JsonNode config = blob(layout, manifest.get("config"));
    JsonNode run = config.get("config");
    assertThat(run.get("Env").toString()).isEqualTo("[\"PATH=/bin\",\"LANG=C.UTF-8\",\"ODD\"]");
    assertThat(run.get("Labels").toString()).isEqualTo("{\"a\":\"ours\",\"maintainer\":\"acme\"}");
    assertThat(run.get("ExposedPorts").toString()).isEqualTo("{\"53/udp\":{},\"8080/tcp\":{}}");
    assertThat(run.get("Healthcheck").get("Test").toString()).isEqualTo("[\"CMD-SHELL\",\"true\"]");
    assertThat(run.has("Cmd")).isFalse();
    assertThat(config.get("rootfs").get("diff_ids")).hasSize(2);
    assertThat(config.get("history").toString())
        .startsWith(
            "[{\"created_by\":\"a test\"},{\"created_by\":\"a test\",\"empty_layer\":true},")
        .contains("application: x");
  }

  @Test
  void itsDirectoriesStayAsTheyAre() throws IOException {
    BaseLayers base = read(base());
    FileTree files =
        FileTree.of(
            List.of(
                new FileEntry.Directory(new ImagePath("/tmp"), 0755),
                new FileEntry.RegularFile(new ImagePath("/opt/x"), 0644, Content.utf8("x"))));
    assertThat(base.over(files).find(new ImagePath("/opt")))
        .get()
        .extracting("mode")
        .isEqualTo(0750);
    assertThat(base.over(files).find(new ImagePath("/tmp")))
        .get()
        .extracting("mode")
        .isEqualTo(01777);
  }

  @Test
  void knowsWhatIsInTheWay() throws IOException {
    BaseLayers base = read(base());
    assertThat(base.inTheWayOf(new ImagePath("/srv/x"))).contains(new ImagePath("/srv"));
    assertThat(base.inTheWayOf(new ImagePath("/etc/passwd"))).contains(new ImagePath("/etc"));
    assertThat(base.inTheWayOf(new ImagePath("/opt/java"))).isEmpty();
    assertThat(base.has(new ImagePath("/tmp"))).isTrue();
    assertThat(base.has(new ImagePath("/nowhere"))).isFalse();
  }

  @Test
  void refusesLayersThatTheConfigurationDoesNotKnow() {
    HandMadeImage lying =
        base()
            .config(
                c -> c.withArray("/rootfs/diff_ids").removeAll().add("sha256:" + "0".repeat(64)));
    assertThatThrownBy(() -> read(lying))
        .hasMessage(
            "[BadDocument] acme/base:1 has other layers than its configuration says; build or copy"
                + " the image again");
  }
}
