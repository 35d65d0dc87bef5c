package dev.parka.runtime.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.cache.CacheEntry;
import dev.parka.runtime.cache.CacheKind;
import dev.parka.runtime.cache.Housekeeping;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.process.ChildProcess;
import dev.parka.runtime.process.ProcessResult;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.tree.Removal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkCacheTest {

  @TempDir private Path directory;
  private ScriptedJdk jdk;
  private UserCache cache;
  private LinkCache links;

  @BeforeEach
  void makeJdk() throws IOException {
    jdk = ScriptedJdk.in(directory);
    cache = new UserCache(directory.resolve("cache"));
    links = new LinkCache(cache);
  }

  private LinkCache.Answer link(String output) {
    return links.link(jdk.plan(), directory.resolve(output));
  }

  @Test
  void linksOnceAndRemembers() throws IOException {
    LinkCache.Answer first = link("first");
    LinkCache.Answer second = link("second");

    assertThat(first.isRemembered()).isFalse();
    assertThat(second.isRemembered()).isTrue();
    assertThat(jdk.links()).isEqualTo(1);
    LinkDifference.requireNone(first.image(), second.image());
    assertThat(second.image().modules()).isEqualTo(first.image().modules());
    assertThat(second.image().home()).isEqualTo(directory.resolve("second"));
  }

  @Test
  void writesFilesOfARememberedImageWhenTheyAreAskedFor() throws IOException {
    RuntimeImage first = link("first").image();

    LinkCache.Answer second = links.recall(jdk.plan(), directory.resolve("second"));

    assertThat(second.isRemembered()).isTrue();
    assertThat(second.image().modules()).isEqualTo(first.modules());
    assertThat(second.image().saved()).isEqualTo(first.saved());
    assertThat(directory.resolve("second")).doesNotExist();
    LinkDifference.requireNone(first, second.image());
    assertThat(second.image().home()).isEqualTo(directory.resolve("second"));
    assertThat(jdk.links()).isEqualTo(1);
  }

  @Test
  void linksARecalledImageAnewWhoseEntryTurnsOutToBePoisoned() throws IOException { // FAULTS 73
    RuntimeImage first = link("first").image();
    RuntimeImage second = links.recall(jdk.plan(), directory.resolve("second")).image();
    byte[] bytes = Files.readAllBytes(entry());
    bytes[bytes.length / 2] ^= 1;
    Files.write(entry(), bytes);

    LinkDifference.requireNone(first, second);
    assertThat(jdk.links()).isEqualTo(2);
  }

  @Test
  void linksAnewWhenTheJdkIsPatched() throws IOException {
    link("first");
    Files.writeString(jdk.home().resolve("bin/java"), "#!/bin/sh\n# patched\n");

    assertThat(link("second").isRemembered()).isFalse();
    assertThat(link("third").isRemembered()).isTrue();
  }

  @Test
  void linksAnewWhenThePlanIsAnother() {
    link("first");

    assertThat(
            links
                .link(jdk.plan().keeping(StripKind.NATIVE_SYMBOLS), directory.resolve("second"))
                .isRemembered())
        .isFalse();
  }

  @Test
  void throwsAPoisonedImageAwayAndLinksAgain() throws IOException { // FAULTS 73
    LinkCache.Answer first = link("first");
    Path entry = entry();
    byte[] bytes = Files.readAllBytes(entry);
    bytes[bytes.length / 2] ^= 1;
    Files.write(entry, bytes);

    LinkCache.Answer second = link("second");

    assertThat(second.isRemembered()).isFalse();
    LinkDifference.requireNone(first.image(), second.image());
    assertThat(link("third").isRemembered()).isTrue();
    assertThat(directory.toFile().list())
        .containsExactlyInAnyOrder("jdk", "links", "cache", "first", "second", "third");
  }

  private Path entry() {
    List<CacheEntry> images =
        new Housekeeping(cache)
            .entries().stream().filter(entry -> entry.kind() == CacheKind.LINKED_IMAGE).toList();
    assertThat(images).hasSize(1);
    return images.get(0).file();
  }

  @Test
  void isNeverSatisfiedWithWhatItRemembersWhenItProves() throws IOException {
    link("first");

    links.prove(jdk.plan(), directory.resolve("proven"));

    assertThat(jdk.links()).isEqualTo(3);
    assertThat(link("last").isRemembered()).isTrue();
  }

  @Test
  void linksWithoutACacheThatCanBeWritten() {
    LinkCache nowhere = new LinkCache(new UserCache(Path.of("/proc/nowhere")));

    assertThat(nowhere.link(jdk.plan(), directory.resolve("first")).isRemembered()).isFalse();
    assertThat(nowhere.link(jdk.plan(), directory.resolve("second")).isRemembered()).isFalse();
  }

  @Test
  void rejectsAnOutputThatExists() throws IOException {
    link("first");
    Path output = Files.createDirectory(directory.resolve("second"));

    assertThatThrownBy(() -> link("second"))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[CannotWrite] "
                + output
                + " exists already; remove it, or give a path that does not exist");
  }

  @Test
  void linksOnceForTwoProcessesAtATime() throws Exception { // FAULTS 72
    List<Process> processes = new ArrayList<>();
    for (String name : List.of("one", "other")) {
      processes.add(
          new ProcessBuilder(
                  CachedLinkInChild.command(jdk, cache.directory(), directory.resolve(name)))
              .redirectErrorStream(true)
              .redirectOutput(directory.resolve(name + ".log").toFile())
              .start());
    }
    for (Process process : processes) {
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    assertThat(
            Stream.of(
                Files.readString(directory.resolve("one.log")),
                Files.readString(directory.resolve("other.log"))))
        .containsExactlyInAnyOrder("linked\n", "remembered\n");
    assertThat(jdk.links()).isEqualTo(1);
    LinkDifference.requireNone(
        new RuntimeImage(directory.resolve("one"), jdk.plan().jdk(), new TreeSet<>()),
        new RuntimeImage(directory.resolve("other"), jdk.plan().jdk(), new TreeSet<>()));
  }

  @Test
  void takesNothingHalfMadeForWholeWhateverIsKilled() throws Exception { // FAULTS 70
    RuntimeImage whole = new Linker().link(jdk.plan(), directory.resolve("whole"));
    long start = System.nanoTime();
    run(directory.resolve("0"));
    long longest = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    Removal.of(cache.directory());
    Random random = new Random(1);
    int killed = 0;
    for (int i = 1; i <= 8; i++) {
      Path output = directory.resolve(String.valueOf(i));
      Process process =
          new ProcessBuilder(CachedLinkInChild.command(jdk, cache.directory(), output)).start();
      if (!process.waitFor(random.nextLong(longest / 4, longest), TimeUnit.MILLISECONDS)) {
        process.toHandle().destroyForcibly();
        process.waitFor();
        killed++;
      }
      if (Files.exists(output)) {
        LinkDifference.requireNone(
            whole, new RuntimeImage(output, jdk.plan().jdk(), whole.modules()));
      }
    }

    LinkCache.Answer after = link("after");

    LinkDifference.requireNone(whole, after.image());
    LinkDifference.requireNone(whole, link("remembered").image());
    assertThat(killed).isPositive();
    new Housekeeping(cache).prune(cache.limit());
    try (Stream<Path> files = Files.walk(cache.directory())) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .noneMatch(name -> name.startsWith(".new"));
    }
  }

  private void run(Path output) {
    ProcessResult result =
        ChildProcess.of(CachedLinkInChild.command(jdk, cache.directory(), output)).run();
    assertThat(result.succeeded()).as(result::describe).isTrue();
  }
}
