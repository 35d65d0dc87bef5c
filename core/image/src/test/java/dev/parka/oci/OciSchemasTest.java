package dev.parka.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
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
import dev.parka.spec.ImageSpec;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the schemas of the OCI image specification say of our documents. */
class OciSchemasTest {

  private static final Path SCHEMAS = Path.of("../../../shared/oci-schema");

  private static final ImageDescriptor EVERYTHING =
      new ImageDescriptor() {
        @Override
        public String mainClass() {
          return "com.acme.App";
        }

        @Override
        public List<Map.Entry<String, String>> labels() {
          return List.of(Map.entry("org.opencontainers.image.revision", "1f2e"));
        }

        @Override
        public List<Integer> ports() {
          return List.of(8080);
        }

        @Override
        public List<String> volumes() {
          return List.of("/data");
        }

        @Override
        public HealthProbe healthCheck() {
          return new HealthProbe(List.of("/opt/java/bin/java", "-version"), 30, 30, 0, 3);
        }
      };

  @TempDir private Path directory;

  @BeforeEach
  void requireSchemas() {
    assumeTrue(Files.isDirectory(SCHEMAS), "the schemas are not here: " + SCHEMAS);
  }

  @Test
  void haveNothingToSay() throws IOException {
    OciImage one = image(Architecture.AMD64, LayerCompression.GZIP);
    OciImage other = image(Architecture.ARM64, LayerCompression.ZSTD);
    Path both = Files.createDirectory(directory.resolve("both"));
    Descriptor index =
        IndexLayout.write(List.of(one, other), both, new TreeMap<>(Map.of("title", "app")));

    for (OciImage image : List.of(one, other)) {
      assertThat(validate("image-manifest-schema", blob(both, image.manifest().digest())))
          .isEmpty();
      assertThat(validate("config-schema", blob(both, image.config().digest()))).isEmpty();
      assertThat(validate("image-index-schema", image.layout().resolve("index.json"))).isEmpty();
    }
    assertThat(validate("image-index-schema", blob(both, index.digest()))).isEmpty();
    assertThat(validate("image-index-schema", both.resolve("index.json"))).isEmpty();
    assertThat(validate("image-layout-schema", both.resolve("oci-layout"))).isEmpty();
  }

  @Test
  void wouldSaySo() throws IOException {
    OciImage image = image(Architecture.AMD64, LayerCompression.GZIP);

    assertThat(validate("image-manifest-schema", image.layout().resolve("index.json")))
        .isNotEmpty();
    assertThat(validate("image-layout-schema", image.layout().resolve("index.json"))).isNotEmpty();
  }

  private static Path blob(Path layout, Digest digest) {
    return layout.resolve("blobs/sha256").resolve(digest.hex());
  }

  private OciImage image(Architecture architecture, LayerCompression compression)
      throws IOException {
    RootModules modules =
        new RootModules(
            new TreeMap<>(Map.of(ModuleName.JAVA_BASE, List.of(new Reason("needed")))), List.of());
    ImagePlan plan = ImagePlan.of(ImageSpec.from(EVERYTHING), modules, 17);
    FileTree files =
        FileTree.of(
            List.of(
                new FileEntry.RegularFile(
                    new ImagePath("/app/app.jar"), 0644, Content.utf8("jar"))));
    return new ImageLayoutWriter(
            Files.createDirectory(directory.resolve(architecture.name())),
            new Platform(architecture),
            new LayerFormat(Instant.EPOCH, compression))
        .write(
            plan.reference(),
            plan.config(),
            new TreeMap<>(Map.of(Layer.Kind.APPLICATION, new LayerContent(files, "app.jar"))));
  }

  private static Set<ValidationMessage> validate(String schema, Path document) throws IOException {
    String folder = SCHEMAS.toAbsolutePath().normalize().toUri().toString();
    return JsonSchemaFactory.getInstance(
            VersionFlag.V4,
            factory ->
                factory.schemaMappers(
                    ids ->
                        ids.mapPrefix("https://opencontainers.org/schema/image/", folder)
                            .mapPrefix("https://opencontainers.org/schema/", folder)))
        .getSchema(SCHEMAS.toAbsolutePath().normalize().resolve(schema + ".json").toUri())
        .validate(Files.readString(document), InputFormat.JSON);
  }
}
