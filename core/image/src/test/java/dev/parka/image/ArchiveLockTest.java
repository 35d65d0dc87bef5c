package dev.parka.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.Problem;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.startup.ArchiveKind;
import dev.parka.runtime.startup.ArchivePin;
import dev.parka.runtime.startup.Reproducibility;
import dev.parka.runtime.startup.StartupArchive;
import dev.parka.spec.ImageReference;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveLockTest {

  private static final ImageReference SHOP = ImageReference.parse("shop:1");
  private static final Digest KEY = Digest.parse("11".repeat(32));
  private static final Digest BYTES = Digest.parse("22".repeat(32));

  @TempDir private Path directory;

  @Test
  void warnsOfAnArchiveThatNothingPins() {
    Path file = directory.resolve("lock");
    assertThat(new ArchiveLock(file, false).keep(SHOP, archive(Reproducibility.PINNED)))
        .map(Problem::toString)
        .contains(
            "[UnpinnedArchive] the start-up archive "
                + BYTES
                + " is not reproducible, and nothing pins it; pin it with --update-lock, in Java"
                + " updateLock(true), and keep the file");
    assertThat(file).doesNotExist();
  }

  @Test
  void pinsWhereThatIsWanted() {
    Path file = directory.resolve("lock");
    assertThat(new ArchiveLock(file, true).keep(SHOP, archive(Reproducibility.PINNED))).isEmpty();

    ArchiveLock lock = new ArchiveLock(file, false);
    assertThat(lock.pin(SHOP)).contains(new ArchivePin(KEY, BYTES));
    assertThat(lock.keep(SHOP, archive(Reproducibility.PINNED))).isEmpty();
    assertThat(new ArchiveLock(file, true).pin(SHOP)).isEmpty();
  }

  @Test
  void leavesAReproducibleOneAlone() {
    Path file = directory.resolve("lock");
    assertThat(new ArchiveLock(file, true).keep(SHOP, archive(Reproducibility.PROVEN))).isEmpty();
    assertThat(file).doesNotExist();
  }

  private static StartupArchive archive(Reproducibility reproducibility) {
    return new StartupArchive(
        ArchiveKind.APP_CDS,
        Path.of("archive"),
        BYTES,
        KEY,
        new StartupArchive.Traits(reproducibility, false, 1));
  }
}
