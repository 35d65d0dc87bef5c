package com.example.petstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tools that read images without running them. */
@NeedsEngine(
    value = {"skopeo", "umoci"},
    asRoot = false)
class ImageArchiveIT {

  @TempDir Path scratch;

  @Test
  void isReadBySkopeo() throws Exception {
    String facts = Tool.named("skopeo").run("inspect", ImageArchive.BUILT.skopeoName());

    assertThat(facts).contains("\"Os\": \"linux\"", "\"org.opencontainers.image.title\"");
  }

  @Test
  void isUnpackedByUmoci() throws Exception {
    Path bundle = ImageArchive.BUILT.unpack(scratch);

    assertThat(bundle.resolve("rootfs/opt/java/bin/java")).isExecutable();
    assertThat(bundle.resolve("rootfs/app/petstore.jar")).isNotEmptyFile();
    assertThat(bundle.resolve("config.json")).content().contains("\"uid\": 65532");
  }

  @Test
  void isAsSmallAsPromised() throws Exception {
    long stored = ImageArchive.BUILT.storedSize();
    long unpacked = sizeOfFiles(ImageArchive.BUILT.unpack(scratch).resolve("rootfs"));

    System.out.printf(
        "JDK %d: %,d bytes stored, %,d bytes unpacked%n",
        Runtime.version().feature(), stored, unpacked);
    assertThat(stored).isLessThanOrEqualTo(22_000_000);
    assertThat(unpacked).isLessThanOrEqualTo(66_000_000);
  }

  private static long sizeOfFiles(Path root) throws IOException {
    long size = 0;
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          size += Files.size(file);
        }
      }
    }
    return size;
  }
}
