package dev.parka.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.oci.HandMadeImage;
import dev.parka.oci.HandMadeLayer;
import dev.parka.oci.ImageArchive;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePullTest {

  static final Platform PLATFORM = new Platform(Architecture.AMD64);

  private static final int LARGE = 200_000;
  private static final String INDEX = "application/vnd.oci.image.index.v1+json";

  @TempDir private Path temporary;

  private FakeRegistry registry;
  private final TestPatience patience = new TestPatience();
  private SortedMap<String, byte[]> files;
  private byte[] manifest;
  private byte[] large;
  private ImageReference reference;
  private UserCache cache;
  private int count;

  @BeforeEach
  void makeAnImage() throws IOException {
    registry = new FakeRegistry();
    large = new byte[LARGE];
    new Random(2).nextBytes(large);
    files =
        HandMadeImage.good().uncompressed(new HandMadeLayer().file("noise", 0644, large)).files();
    manifest = registry.put("base", "12", files);
    reference = registry.reference("base:12");
    cache = new UserCache(temporary.resolve("cache"));
    large = files.values().stream().filter(bytes -> bytes.length > LARGE).findFirst().orElseThrow();
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private ImagePull pulls() {
    return ImagePull.with(patience.options()).in(Optional.of(cache));
  }

  private PulledImage pull() throws IOException {
    return pull(pulls(), reference);
  }

  private PulledImage pull(ImagePull pull, ImageReference what) throws IOException {
    return pull.pull(what, PLATFORM, Files.createDirectory(temporary.resolve("to" + count++)));
  }

  private void assertWhole(PulledImage pulled) throws IOException {
    assertThat(pulled.image().hex()).isEqualTo(HandMadeImage.sha256(manifest));
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      if (file.getKey().startsWith("blobs/")) {
        assertThat(pulled.layout().resolve(file.getKey())).hasBinaryContent(file.getValue());
      }
    }
    try (ImageArchive archive = ImageArchive.open(pulled.layout());
        Stream<Path> blobs = Files.list(pulled.layout().resolve("blobs/sha256"))) {
      assertThat(archive.image(Optional.of(PLATFORM)).digest()).isEqualTo(pulled.image());
      assertThat(blobs).hasSize(5);
    }
  }

  private void assertNothingKept() throws IOException {
    Path blobs = temporary.resolve("cache/blobs");
    String hex = HandMadeImage.sha256(large);
    assertThat(blobs.resolve(hex.substring(0, 2)).resolve(hex.substring(2))).doesNotExist();
    try (Stream<Path> left = Files.walk(temporary.resolve("to0"))) {
      assertThat(left.filter(file -> file.toString().contains(hex))).isEmpty();
    }
  }

  @Test
  void bringsEveryBlobAsItIs() throws IOException {
    assertWhole(pull());
  }

  @Test
  void takesWhatItHasFromTheCache() throws IOException {
    pull();
    registry.log.clear();
    assertWhole(pull());
    assertThat(registry.log).containsExactly("GET /v2/base/manifests/12");
  }

  @Test
  void needsNoRegistryForWhatIsPinnedAndThere() throws IOException {
    Digest pin = pull().pin();
    registry.close();
    ImageReference pinned =
        new ImageReference(reference.repository(), reference.tag(), Optional.of(pin));
    assertWhole(pull(pulls().offline(true), pinned));
    assertThatThrownBy(() -> pull(pulls().offline(true), reference))
        .hasMessage(
            "[NotInCache] "
                + reference
                + " is not in the cache, and no registry may be asked; build once without"
                + " --offline");
  }

  @Test
  void fetchesAgainWhatIsDamagedInTheCache() throws IOException {
    pull();
    String hex = HandMadeImage.sha256(large);
    Path entry =
        temporary.resolve("cache/blobs").resolve(hex.substring(0, 2) + "/" + hex.substring(2));
    byte[] bytes = Files.readAllBytes(entry);
    bytes[1000] ^= 1;
    Files.write(entry, bytes);
    assertWhole(pull());
    assertThat(entry).hasBinaryContent(large);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4096, 65_537, LARGE})
  void goesOnWhereItWasCut(int offset) throws IOException {
    String path = "/blobs/sha256:" + HandMadeImage.sha256(large);
    registry.fault("GET", path, 1, registry.giveOnly(large, offset));
    assertWhole(pull());
    assertThat(patience.pauses).hasSize(1);
    assertThat(registry.count("GET", path)).isEqualTo(2);
  }

  @Test
  void beginsAnewWhereTheRegistryKnowsNoRanges() throws IOException {
    registry.knowsRanges = false;
    registry.fault("GET", HandMadeImage.sha256(large), 2, registry.giveOnly(large, 70_000));
    assertWhole(pull());
  }

  @ParameterizedTest
  @CsvSource({"flipped", "short", "long"})
  void refusesADamagedBlob(String damage) throws IOException {
    // FAULTS 60
    byte[] wrong =
        switch (damage) {
          case "short" -> Arrays.copyOf(large, LARGE / 2);
          case "long" -> Arrays.copyOf(large, large.length + 1);
          default -> large.clone();
        };
    wrong[100] ^= 1;
    registry.knowsRanges = false;
    registry.fault("GET", HandMadeImage.sha256(large), 99, FakeRegistry.bytes(200, wrong));
    String expected =
        switch (damage) {
          case "short" -> "[RegistryUnreachable] fetching sha256:";
          case "long" -> " has more than " + large.length + " bytes; look at the registry";
          default ->
              "[DamagedDownload] what "
                  + registry.host()
                  + "/base gives as sha256:"
                  + HandMadeImage.sha256(large)
                  + " has the digest sha256:"
                  + HandMadeImage.sha256(wrong)
                  + "; look at the registry and at what stands between; nothing of it was kept";
        };
    assertThatThrownBy(this::pull).hasMessageContaining(expected);
    assertNothingKept();
  }

  @Test
  void takesWhatWasDamagedOnlyOnItsWay() throws IOException {
    byte[] wrong = large.clone();
    wrong[0] ^= 1;
    registry.fault("GET", HandMadeImage.sha256(large), 1, FakeRegistry.bytes(200, wrong));
    assertWhole(pull());
  }

  @Test
  void doesNotWaitForDrippingBytesForEver() throws IOException {
    // FAULTS 62
    RegistryOptions hasty = patience.options(Duration.ofMillis(250), Map.of());
    registry.fault(
        "GET",
        HandMadeImage.sha256(large),
        99,
        exchange -> {
          exchange.sendResponseHeaders(200, large.length);
          exchange.getResponseBody().write(large, 0, 10);
          exchange.getResponseBody().flush();
          return true; // and no more
        });
    assertThatThrownBy(() -> pull(ImagePull.with(hasty).in(Optional.of(cache)), reference))
        .hasMessageContaining("no answer within the time that there is");
    assertNothingKept();
  }

  @Test
  void takesWhatTheTagMeantFirst() throws IOException {
    // FAULTS 68
    registry.fault(
        "GET",
        "/blobs/",
        1,
        exchange -> {
          registry.putManifest("base", "12", "text/plain", new byte[] {1});
          return false;
        });
    assertWhole(pull());
    assertThat(registry.count("GET", "manifests")).isEqualTo(1);
  }

  @Test
  void findsThePlatformInAnIndex() throws IOException {
    byte[] index = index(HandMadeImage.sha256(manifest), manifest.length, "amd64");
    registry.putManifest("base", "12", INDEX, index);
    PulledImage pulled = pull();
    assertWhole(pulled);
    assertThat(pulled.pin().hex()).isEqualTo(HandMadeImage.sha256(index));
    registry.putManifest("base", "arm", INDEX, index("0".repeat(64), 3, "arm64"));
    assertThatThrownBy(() -> pull(pulls(), registry.reference("base:arm")))
        .hasMessage(
            "[NotInRegistry] "
                + registry.reference("base:arm")
                + " is not made for linux/amd64, but for linux/arm64; name an image that is, or"
                + " build for one of its platforms");
  }

  private static byte[] index(String hex, int size, String architecture) {
    return ("{\"schemaVersion\":2,\"mediaType\":\""
            + INDEX
            + "\",\"manifests\":[{\"mediaType\":"
            + "\"application/vnd.oci.image.manifest.v1+json\",\"digest\":\"sha256:"
            + hex
            + "\",\"size\":"
            + size
            + ",\"platform\":{\"os\":\"linux\",\"architecture\":\""
            + architecture
            + "\"}}]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void refusesAManifestThatIsNotTheOneAskedFor() {
    // FAULTS 61
    String hex = "1".repeat(64);
    registry.putManifest("base", "12", INDEX, index(hex, 3, "amd64"));
    registry.manifests.put(
        "base@sha256:" + hex,
        new FakeRegistry.Stored("application/vnd.oci.image.manifest.v1+json", manifest));
    assertThatThrownBy(this::pull)
        .hasMessageContaining("[DamagedDownload] what " + registry.host() + "/base gives as");
  }

  @Test
  void refusesAnIndexWithoutEnd() {
    // FAULTS 63
    registry.putManifest("base", "i0", INDEX, nested("2".repeat(64)));
    for (int i = 1; i <= 6; i++) {
      byte[] inner = registry.manifests.get("base@i" + (i - 1)).bytes();
      registry.putManifest("base", "i" + i, INDEX, nested(HandMadeImage.sha256(inner)));
    }
    assertThatThrownBy(() -> pull(pulls(), registry.reference("base:i6")))
        .hasMessageContaining("leads through more than 4 indexes");
  }

  private static byte[] nested(String hex) {
    return ("{\"schemaVersion\":2,\"manifests\":[{\"mediaType\":\""
            + INDEX
            + "\",\"digest\":\"sha256:"
            + hex
            + "\",\"size\":3}]}")
        .getBytes(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "no JSON", "{\"layers\":[],\"manifests\":[]}", "[]", "{\"layers\":[]}"})
  void refusesWhatIsNoManifest(String text) {
    // FAULTS 61
    registry.putManifest("base", "12", INDEX, text.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(this::pull).hasMessageStartingWith("[BadDocument] ");
  }

  @Test
  void refusesWhatIsNoImage() {
    String text =
        new String(manifest, StandardCharsets.UTF_8)
            .replace("application/vnd.oci.image.layer.v1.tar+gzip", "application/wasm");
    registry.putManifest("base", "12", "x", text.getBytes(StandardCharsets.UTF_8));
    assertThatThrownBy(this::pull)
        .hasMessage(
            "[BadRegistryAnswer] "
                + reference
                + " has a blob of the media type application/wasm, which is no part of a container"
                + " image; look at the registry and at what stands between");
  }

  @Test
  void refusesAHugeManifest() {
    // FAULTS 63
    registry.putManifest("base", "12", INDEX, new byte[AnswerBody.MOST_BYTES + 1]);
    assertThatThrownBy(this::pull)
        .hasMessageContaining("[BadRegistryAnswer]")
        .hasMessageContaining("the answer has more than 4194304 bytes");
  }

  @Test
  void tellsWhatIsNotThere() {
    // FAULTS 55
    assertThatThrownBy(() -> pull(pulls(), registry.reference("base:13")))
        .hasMessage(
            "[NotInRegistry] fetching the manifest of "
                + registry.reference("base:13")
                + " is answered with 404 (MANIFEST_UNKNOWN as told); check registry, repository,"
                + " tag and permission");
    assertThat(patience.pauses).isEmpty();
  }
}
