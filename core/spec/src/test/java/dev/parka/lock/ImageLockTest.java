package dev.parka.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.startup.ArchivePin;
import dev.parka.spec.Digest;
import dev.parka.spec.ImageReference;
import dev.parka.spec.Platform;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageLockTest {

  private static final Digest ONE = new Digest("1".repeat(64));
  private static final Digest TWO = new Digest("2".repeat(64));
  private static final ImageReference DEBIAN = ImageReference.parse("debian:12");

  @Test
  void isSortedTextThatReadsAsItself(@TempDir Path directory) throws IOException {
    Path file = directory.resolve(ImageLock.FILE_NAME);
    ImageLock lock =
        ImageLock.EMPTY
            .with(ImageReference.parse("ghcr.io/a/b"), TWO)
            .with(DEBIAN, TWO)
            .with(DEBIAN, ONE);
    lock.write(file);
    assertThat(file)
        .hasContent(
            "# The images that tags meant when 'parka-cli lock' looked; it writes this file.\n"
                + "debian:12 "
                + ONE
                + "\nghcr.io/a/b "
                + TWO
                + "\n");
    assertThat(ImageLock.read(file)).isEqualTo(lock);
    assertThat(directory).isDirectoryContaining(file::equals);
  }

  @Test
  void hasOneStartupArchiveOfEachImage() {
    String pinned = "archive shop:1 " + TWO + " " + ONE + "\n";
    ImageLock lock = ImageLock.parse("f", "debian:12 " + ONE + "\n" + pinned);
    assertThat(lock.archives()).containsOnlyKeys("shop:1");
    assertThat(lock.with(DEBIAN, TWO).toString()).endsWith("\ndebian:12 " + TWO + "\n" + pinned);
    ArchivePin pin = lock.archives().get("shop:1");
    assertThat(pin.key()).hasToString(TWO.hex());
    assertThat(pin.digest()).hasToString(ONE.hex());
    assertThat(ImageLock.EMPTY.with(ImageReference.parse("shop:1"), pin).archives())
        .isEqualTo(lock.archives());
    assertThatThrownBy(() -> ImageLock.parse("f", pinned + pinned))
        .hasMessageStartingWith("[BadLock] f:2 pins shop:1 again");
  }

  @Test
  void pinsWhatIsNotPinnedItself() {
    ImageLock lock = ImageLock.EMPTY.with(DEBIAN, ONE);
    assertThat(lock.pinned(DEBIAN)).hasToString("debian:12@" + ONE);
    ImageReference own = ImageReference.parse("debian:12@" + TWO);
    assertThat(lock.pinned(own)).isEqualTo(own);
    assertThat(lock.pin(ImageReference.parse("debian"))).isEmpty();
  }

  @Test
  void aFileThatIsNotThereIsEmpty(@TempDir Path directory) {
    assertThat(ImageLock.read(directory.resolve("none"))).isEqualTo(ImageLock.EMPTY);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "debian:12 | f:1 is not a reference and a digest",
        "debian:12 sha256:1 | f:1 has 'sha256:1' for a digest",
        "size shop:1 linux/amd64 12 | f:1 has '12' for the sizes of a layer",
        "size shop:1 linux 1/2 | f:1 has 'linux' for a platform",
        "Debian:12 @ | f:1 pins 'Debian:12', which is no reference with a tag"
      })
  void tellsWhichLineIsWrong(String text, String fact) {
    assertThatThrownBy(() -> ImageLock.parse("f", text))
        .hasMessage(
            "[BadLock] " + fact + "; delete what is wrong and let parka-cli lock write it again");
  }

  @Test
  void keepsTheSizesOfLayers() {
    String line = "size shop:1 linux/amd64 10/30 2/5\n";
    ImageLock lock = ImageLock.parse("f", line);
    ImageReference shop = ImageReference.parse("shop:1");
    LockedSize size = lock.size(shop, Platform.parse("linux/amd64")).orElseThrow();
    assertThat(size.stored()).isEqualTo(12);
    assertThat(size.unpacked()).isEqualTo(35);
    assertThat(lock.size(shop, Platform.parse("linux/arm64"))).isEmpty();
    assertThat(ImageLock.EMPTY.with(shop, Platform.parse("linux/amd64"), size)).isEqualTo(lock);
    assertThat(lock.with(DEBIAN, ONE).toString()).endsWith("\ndebian:12 " + ONE + "\n" + line);
    assertThatThrownBy(() -> ImageLock.parse("f", line + line))
        .hasMessageStartingWith("[BadLock] f:2 has the size of shop:1 linux/amd64 again");
  }

  @Test
  void refusesTwoPinsOfOneImage() {
    String line = "debian:12 " + ONE + "\n";
    assertThatThrownBy(() -> ImageLock.parse("f", line + line))
        .hasMessageStartingWith("[BadLock] f:2 pins debian:12 again");
  }
}
