package dev.parka.runtime.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayerBlobsTest {

  private static final Digest DIGEST = Digest.of("bytes".getBytes(UTF_8));

  @TempDir private Path folder;
  private UserCache cache;
  private LayerBlobs blobs;
  private Path output;

  @BeforeEach
  void create() throws IOException {
    cache = new UserCache(folder.resolve("cache"));
    blobs = new LayerBlobs(cache);
    output = folder.resolve("output");
    blobs.keep(DIGEST, Files.writeString(folder.resolve("blob"), "bytes"));
  }

  @Test
  void givesTheBytesOfADigest() throws IOException {
    assertThat(blobs.take(DIGEST, output)).isTrue();

    assertThat(output).hasContent("bytes");
  }

  @Test
  void knowsNothingOfOtherDigests() throws IOException {
    assertThat(blobs.take(Digest.of("other".getBytes(UTF_8)), output)).isFalse();

    assertThat(output).doesNotExist();
  }

  @Test
  void refusesAndForgetsAPoisonedEntry() throws IOException { // FAULTS 73
    Path entry = cache.file(CacheKind.LAYER_BLOB, DIGEST);
    Files.writeString(entry, "Bytes");

    assertThat(blobs.take(DIGEST, output)).isFalse();

    assertThat(output).doesNotExist();
    assertThat(entry).doesNotExist();
  }

  @Test
  void isNotFooledByWhatAUserDoesToAFileThatWasTaken() throws IOException {
    blobs.take(DIGEST, output);
    Files.writeString(output, "changed");

    assertThat(blobs.take(DIGEST, folder.resolve("again"))).isFalse();
  }

  @Test
  void keepsNothingWhereNothingCanBeWritten() throws IOException {
    LayerBlobs nowhere = new LayerBlobs(new UserCache(Path.of("/proc/nowhere")));

    nowhere.keep(DIGEST, folder.resolve("blob"));

    assertThat(nowhere.take(DIGEST, output)).isFalse();
  }
}
