package dev.parka.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parka.oci.HandMadeImage;
import dev.parka.oci.HandMadeLayer;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.cache.UserCache;
import dev.parka.spec.ImageReference;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImagePushTest {

  private static final int LARGE = 300_000;
  private static final String INDEX = "application/vnd.oci.image.index.v1+json";

  @TempDir private Path temporary;

  private FakeRegistry registry;
  private final TestPatience patience = new TestPatience();
  private SortedMap<String, byte[]> files;
  private Path layout;
  private ImageReference target;

  @BeforeEach
  void makeAnImage() throws IOException {
    registry = new FakeRegistry();
    byte[] noise = new byte[LARGE];
    new Random(1).nextBytes(noise);
    files = HandMadeImage.good().layer(new HandMadeLayer().file("app/noise", 0644, noise)).files();
    layout = HandMadeImage.write(files, temporary.resolve("layout"));
    target = registry.reference("shop/petstore:1");
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private PushedImage push() throws IOException {
    return push(patience.options());
  }

  private PushedImage push(RegistryOptions options) throws IOException {
    return ImagePush.with(options).withoutCache().push(layout, target);
  }

  private void assertWhole(PushedImage pushed) {
    FakeRegistry.Stored stored = registry.manifests.get("shop/petstore@1");
    assertThat(stored.bytes()).isEqualTo(files.get("blobs/sha256/" + pushed.digest().hex()));
    files.forEach(
        (name, bytes) -> {
          if (name.startsWith("blobs/") && !name.endsWith(pushed.digest().hex())) {
            String key = "shop/petstore@sha256:" + HandMadeImage.sha256(bytes);
            assertThat(registry.blobs.get(key)).as(key).isEqualTo(bytes);
          }
        });
  }

  @Test
  void sendsEveryBlobAsItIsAndTheManifestLast() throws IOException {
    PushedImage pushed = push();
    assertWhole(pushed);
    assertThat(pushed.blobs().sent()).isEqualTo(4);
    assertThat(registry.log.get(registry.log.size() - 1))
        .isEqualTo("PUT /v2/shop/petstore/manifests/1");
    assertThat(pushed.pinned()).hasToString(target + "@" + pushed.digest());
  }

  @Test
  void sendsNothingThatIsThere() throws IOException {
    push();
    registry.log.clear();
    PushedImage again =
        ImagePush.with(patience.options())
            .withoutCache()
            .push(layout, registry.reference("shop/petstore:2"));
    assertThat(again.blobs()).isEqualTo(new PushedImage.Blobs(0, 0, 4, 0));
    assertThat(registry.count("POST", "") + registry.count("PATCH", "")).isZero();
    registry.log.clear();
    push();
    assertThat(registry.log).containsExactly("HEAD /v2/shop/petstore/manifests/1");
  }

  @Test
  void mountsWhatAnotherRepositoryHas() throws IOException {
    ImagePush push =
        ImagePush.with(patience.options()).in(new UserCache(temporary.resolve("cache")));
    push.push(layout, target);
    registry.log.clear();
    PushedImage other = push.push(layout, registry.reference("other/app:1"));
    assertThat(other.blobs()).isEqualTo(new PushedImage.Blobs(0, 4, 0, 0));
    assertThat(registry.count("PATCH", "")).isZero();
  }

  @Test
  void sendsWhatCannotBeMounted() throws IOException {
    PushedImage pushed =
        ImagePush.with(patience.options())
            .withoutCache()
            .mountingFrom(registry.reference("empty/one:1"))
            .push(layout, target);
    assertThat(pushed.blobs().sent()).isEqualTo(4);
    assertThat(registry.count("POST", "")).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 1000, 65_536, 100_001, LARGE})
  void goesOnWhereAConnectionBroke(int offset) throws IOException {
    // FAULTS 58
    String uploadOfTheLargeOne = "/u3";
    registry.fault("PATCH", uploadOfTheLargeOne, 1, registry.takeOnly(offset));
    assertWhole(push());
    // One byte and none are told apart by no registry: what was told as none begins anew.
    assertThat(patience.pauses).hasSize(offset == 1 ? 2 : 1);
    assertThat(registry.uploads).hasSize(offset == 1 ? 5 : 4);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 70_000})
  void beginsAnewWhereTheRegistryHasForgotten(int offset) throws IOException {
    registry.knowsState = false;
    registry.fault("PATCH", "/u3", 1, registry.takeOnly(offset));
    assertWhole(push());
    assertThat(registry.uploads).hasSize(5);
  }

  @Test
  void looksBeforeItRepeatsTheLastStep() throws IOException {
    // FAULTS 59
    registry.fault(
        "PUT",
        "/u3",
        1,
        exchange -> {
          // It is stored, but nobody learns of it.
          byte[] bytes = registry.uploads.get("u3").toByteArray();
          registry.blobs.put("shop/petstore@sha256:" + HandMadeImage.sha256(bytes), bytes);
          exchange.close();
          return true;
        });
    assertWhole(push());
    assertThat(registry.count("PUT", "/u3")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 429, 500, 502, 503, 504})
  void triesAgainAfterWhatPasses(int status) throws IOException {
    // FAULTS 57
    for (String method : new String[] {"HEAD", "POST", "PATCH", "PUT"}) {
      registry.fault(method, "", 1, FakeRegistry.status(status, ""));
    }
    registry.fault("PUT", "manifests", 1, FakeRegistry.hangUp());
    assertWhole(push());
    assertThat(patience.pauses).hasSize(5);
    assertThat(patience.pauses).allMatch(pause -> pause.toMillis() <= 2000);
  }

  @Test
  void waitsAsLongAsItIsAskedTo() throws IOException {
    // FAULTS 56
    registry.fault("HEAD", "manifests", 1, FakeRegistry.status(429, "", "Retry-After", "17"));
    push();
    assertThat(patience.pauses).containsExactly(Duration.ofSeconds(17));
  }

  @Test
  void doesNotWaitForEver() {
    // FAULTS 56
    registry.fault("HEAD", "manifests", 9, FakeRegistry.status(429, "", "Retry-After", "7200"));
    assertThatThrownBy(this::push)
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[RegistryUnreachable] asking "
                + registry.host()
                + "/shop/petstore for its tag failed: HEAD http://"
                + registry.host()
                + "/v2/shop/petstore/manifests/1 is answered with 429 and is to be asked again in"
                + " 7200 s; try again after that time");
    assertThat(patience.pauses).isEmpty();
  }

  @Test
  void givesUpAndLeavesTheOldTag() {
    registry.putManifest("shop/petstore", "1", "text/plain", new byte[] {1});
    registry.fault("PATCH", "", 99, FakeRegistry.status(502, ""));
    assertThatThrownBy(this::push)
        .hasMessageContaining("[RegistryUnreachable] sending sha256:")
        .hasMessageContaining("failed 4 times: PATCH")
        .hasMessageEndingWith(
            "is answered with 502; check the registry and the network, and try again");
    // Three before the fourth attempt, of each of those that were on their way.
    assertThat(patience.pauses).hasSizeBetween(3, 3 * SideBySide.MOST);
    assertThat(registry.manifests.get("shop/petstore@1").bytes()).containsExactly(1);
  }

  @Test
  void doesNotRepeatWhatIsRefused() {
    // FAULTS 55
    registry.fault("POST", "", 9, FakeRegistry.status(403, FakeRegistry.error("DENIED")));
    assertThatThrownBy(this::push)
        .hasMessage(
            "[RegistryRefused] beginning an upload to "
                + registry.host()
                + "/shop/petstore is answered with 403 (DENIED as told); no credentials were found"
                + " for "
                + registry.host()
                + ": log in, for example with docker login");
    // Of each of those that were on their way.
    assertThat(registry.count("POST", "")).isBetween(1L, (long) SideBySide.MOST);
    assertThat(patience.pauses).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://[", "ftp://127.0.0.1/x", "http://me:pw@127.0.0.1/x", "http:///x"})
  void refusesAMalformedLocation(String location) {
    // FAULTS 64
    registry.fault("POST", "", 9, FakeRegistry.status(202, "", "Location", location));
    assertThatThrownBy(this::push).hasMessageStartingWith("[BadRegistryAnswer] http://");
    assertThat(registry.count("PATCH", "")).isZero();
  }

  @Test
  void refusesAnEndlessAnswer() {
    // FAULTS 63
    registry.fault("POST", "", 9, FakeRegistry.bytes(202, new byte[AnswerBody.MOST_BYTES + 1]));
    assertThatThrownBy(this::push)
        .hasMessageContaining("[BadRegistryAnswer]")
        .hasMessageContaining("the answer has more than 4194304 bytes");
  }

  @Test
  void noticesThatTheRegistryStoredAnotherManifest() {
    registry.fault(
        "PUT",
        "manifests",
        1,
        FakeRegistry.status(201, "", "Docker-Content-Digest", "sha256:" + "0".repeat(64)));
    assertThatThrownBy(this::push)
        .hasMessageStartingWith(
            "[BadRegistryAnswer] " + registry.host() + "/shop/petstore:1 has the digest sha256:00");
  }

  @Test
  void doesNotWaitForASlowRegistryForEver() {
    // FAULTS 62
    RegistryOptions hasty = patience.options(Duration.ofMillis(150), Map.of());
    registry.fault(
        "HEAD",
        "manifests",
        9,
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          return true; // and never answers
        });
    assertThatThrownBy(() -> push(hasty))
        .hasMessageContaining("failed 4 times: no answer within the time that there is");
  }

  @Test
  void tellsThatNothingListens() throws IOException {
    registry.close();
    assertThatThrownBy(this::push)
        .hasMessageContaining("[RegistryUnreachable]")
        .hasMessageContaining("nothing answers there");
  }

  @Test
  void refusesATargetWithADigest() {
    ImageReference pinned = ImageReference.parse("a/b@sha256:" + "0".repeat(64));
    assertThatThrownBy(() -> ImagePush.requireTarget(pinned))
        .hasMessage(
            "[BadReference] "
                + pinned
                + " names a digest, which only the image itself can give; name a tag");
  }

  @Test
  void refusesToChooseAmongSeveralImages() throws IOException {
    Path several =
        HandMadeImage.good()
            .index(i -> i.withArray("/manifests").add(i.get("manifests").get(0).deepCopy()))
            .write(temporary.resolve("several"));
    assertThatThrownBy(
            () -> ImagePush.with(patience.options()).withoutCache().push(several, target))
        .hasMessage(
            "[NotAnImage] "
                + several
                + " holds 2 images, and one is pushed at a time; give a layout with one image, or"
                + " with several under one index");
  }

  /** An index of the image and of another one that shares a layer with it. */
  private Path indexed() throws IOException {
    SortedMap<String, byte[]> all = new TreeMap<>(files);
    all.putAll(
        HandMadeImage.good()
            .config(config -> config.put("architecture", "arm64"))
            .index(
                i ->
                    ((ObjectNode) i.at("/manifests/0"))
                        .putObject("platform")
                        .put("architecture", "arm64")
                        .put("os", "linux"))
            .files());
    ObjectNode index = new JsonMapper().createObjectNode();
    index.put("schemaVersion", 2).put("mediaType", INDEX);
    ArrayNode manifests = index.putArray("manifests");
    for (Map<String, byte[]> image : List.of(files, all)) {
      manifests.add(new JsonMapper().readTree(image.get("index.json")).at("/manifests/0"));
    }
    byte[] bytes = HandMadeImage.utf8(index.toString());
    ObjectNode top = index.deepCopy();
    top.putArray("manifests").add(HandMadeImage.blob(all, INDEX, bytes));
    all.put("index.json", HandMadeImage.utf8(top.toString()));
    files = all;
    return HandMadeImage.write(all, temporary.resolve("indexed"));
  }

  @Test
  void sendsAnIndexAfterAllThatItLeadsTo() throws IOException {
    layout = indexed();
    PushedImage pushed = push();
    String index = HandMadeImage.sha256(registry.manifests.get("shop/petstore@1").bytes());
    assertThat(pushed.digest()).hasToString("sha256:" + index);
    assertThat(registry.manifests.get("shop/petstore@1").type()).isEqualTo(INDEX);
    List<String> puts =
        registry.log.stream().filter(line -> line.matches("PUT .*/manifests/.*")).toList();
    assertThat(puts)
        .hasSize(3)
        .endsWith("PUT /v2/shop/petstore/manifests/1")
        .satisfies(lines -> assertThat(lines.subList(0, 2)).allMatch(l -> l.contains("/sha256:")));
    assertThat(registry.log).endsWith(puts.get(2));
    // Of the eight blobs of two images, three are the same: two layers, and nothing twice.
    assertThat(pushed.blobs().sent()).isEqualTo(5);
  }

  @Test
  void leavesTheTagWhenAnImageUnderAnIndexIsRefused() throws IOException {
    layout = indexed();
    registry.fault("PUT", "/manifests/sha256:", 1, FakeRegistry.status(403, ""));
    assertThatThrownBy(this::push)
        .hasMessageContaining("[RegistryRefused] sending the manifest to ");
    assertThat(registry.manifests).doesNotContainKey("shop/petstore@1");
  }

  @Test
  void tellsHowFarItIsAndEndsAtTheTotal() throws IOException {
    // What was sent and lost is not counted twice.
    registry.fault("PATCH", "", 2, FakeRegistry.hangUp());
    List<Long> done = new CopyOnWriteArrayList<>();
    Set<Long> totals = new ConcurrentSkipListSet<>();
    PushedImage pushed =
        ImagePush.with(patience.options())
            .withoutCache()
            .telling(
                (now, total) -> {
                  done.add(now);
                  totals.add(total);
                })
            .push(layout, target);
    assertThat(totals).containsExactly(pushed.blobs().bytes());
    assertThat(done).isSorted().doesNotHaveDuplicates().endsWith(pushed.blobs().bytes());
  }

  @Test
  void sendsNoMoreThanAFewBlobsAtATime() throws IOException {
    HandMadeImage image = HandMadeImage.good();
    for (int i = 0; i < 12; i++) {
      image.layer(new HandMadeLayer().file("app/" + i, 0644, new byte[1000 + i]));
    }
    layout = image.write(temporary.resolve("many"));
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch two = new CountDownLatch(2);
    registry.fault(
        "POST",
        "",
        Integer.MAX_VALUE,
        exchange -> {
          most.accumulateAndGet(now.incrementAndGet(), Math::max);
          two.countDown();
          try {
            // One that came alone would wait for ever.
            assertThat(two.await(20, TimeUnit.SECONDS)).isTrue();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          now.decrementAndGet();
          return false;
        });
    assertThat(push().blobs().sent()).isEqualTo(15);
    assertThat(most.get()).isBetween(2, SideBySide.MOST);
  }

  @Test
  void oneNewTokenServesAllWhoAreRefusedTogether() throws IOException {
    String realm = "Bearer realm=\"http://" + registry.host() + "/token\",service=\"here\"";
    registry.fault(
        "GET", "/token", Integer.MAX_VALUE, FakeRegistry.status(200, "{\"token\":\"new\"}"));
    for (String method : List.of("HEAD", "POST", "PATCH", "PUT")) {
      registry.fault(
          method,
          "",
          Integer.MAX_VALUE,
          exchange ->
              exchange.getRequestHeaders().getFirst("Authorization") == null
                  && FakeRegistry.status(401, "", "WWW-Authenticate", realm).plays(exchange));
    }
    assertWhole(push());
    assertThat(registry.count("GET", "/token")).isEqualTo(1);
  }
}
