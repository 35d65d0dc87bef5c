package com.example.petstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A build that is killed at random moments, over and over on one cache; {@code -Dparka.kills=50}
 * kills more often than the five times that a suite has room for.
 */
class KilledBuildIT {

  private static final int KILLS = Integer.getInteger("parka.kills", 5);
  private static final int LINKED_ANEW = 5;

  @TempDir Path scratch;
  private Path cache;

  @Test
  void leavesASoundCacheAndNothingHalfWritten() throws Exception { // FAULTS 70
    cache = Files.createDirectory(scratch.resolve("cache"));
    Path whole = scratch.resolve("whole.tar");
    long cold = run(whole);
    forget(false);
    long warm = run(scratch.resolve("warm.tar"));
    Random random = new Random(KILLS);
    int killed = 0;
    for (int i = 0; i < KILLS; i++) {
      // Where everything is to be written anew, there is something to break.
      boolean links = i % LINKED_ANEW == LINKED_ANEW - 1;
      forget(links);
      Path tar = scratch.resolve("killed.tar");
      Process process = build(tar).start();
      long moment = random.nextLong(1, links ? cold : warm);
      if (!process.waitFor(moment, TimeUnit.MILLISECONDS)) {
        process.toHandle().descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        killed++;
      }
      if (Files.exists(tar)) {
        assertThat(tar).hasSameBinaryContentAs(whole);
        Files.delete(tar);
      }
      Path after = scratch.resolve("after.tar");
      run(after);
      assertThat(after).as("after a kill at %d ms", moment).hasSameBinaryContentAs(whole);
    }
    System.out.println("killed " + killed + " of " + KILLS + " builds");
    assertThat(killed).isPositive();
    requireSound();
  }

  private void requireSound() throws Exception {
    cli().run("cache", "prune");
    try (Stream<Path> files = Files.walk(cache)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".new"));
    }
    try (Stream<Path> files = Files.walk(cache.resolve("layer-blobs"))) {
      List<Path> blobs = files.filter(Files::isRegularFile).toList();
      assertThat(blobs).isNotEmpty();
      for (Path blob : blobs) {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(blob));
        assertThat(HexFormat.of().formatHex(digest))
            .isEqualTo("" + blob.getParent().getFileName() + blob.getFileName());
      }
    }
  }

  private void forget(boolean linked) throws IOException {
    Tool rm = Tool.named("rm").with("-rf").with(cache.resolve("layers").toString());
    if (linked) {
      rm.run(cache.resolve("images").toString(), cache.resolve("layer-blobs").toString());
    } else {
      rm.run(cache.resolve("layer-blobs").toString());
    }
  }

  private long run(Path tar) throws IOException {
    long start = System.nanoTime();
    cli().run(arguments(tar));
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }

  private ProcessBuilder build(Path tar) {
    return cli()
        .process(arguments(tar))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  private static String[] arguments(Path tar) {
    return new String[] {
      "build",
      "--compression=gzip:1",
      "--class-path=target/petstore.jar:target/lib/*",
      "--main-class=com.example.petstore.PetStore",
      "--output=" + tar
    };
  }

  private Tool cli() {
    return new Tool(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-jar",
                "../../core/image/target/parka-cli.jar"),
            Map.of())
        .withEnvironment("PARKA_CACHE", cache.toString())
        .withEnvironment("TMPDIR", scratch.toString());
  }
}
