package dev.parka.runtime.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.cache.Digest;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.link.JlinkOptions;
import dev.parka.runtime.link.LinkPlan;
import dev.parka.runtime.link.Linker;
import dev.parka.runtime.link.RuntimeImage;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.testing.Jars;
import dev.parka.runtime.tree.ImagePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of the JDK that runs the tests, for an application that ends by itself. */
class StartupArchiverTest {

  private static final String APP =
      """
      package com.acme;
      class App {
        public static void main(String[] arguments) {
          Runnable done = () -> System.out.println("done");
          done.run();
          System.exit(arguments.length);
        }
      }
      """;

  @TempDir static Path shared;
  private static RuntimeImage runtime;
  private static Path jar;

  @TempDir Path scratch;

  @BeforeAll
  static void link() throws IOException {
    LinkPlan plan =
        new LinkPlan(Jdk.running(), JlinkOptions.of(List.of(new ModuleName("java.base"))))
            .keeping(StripKind.CLASS_LIST);
    runtime = new Linker().link(plan, shared.resolve("runtime"));
    jar = Jars.write(shared.resolve("app.jar"), Jars.entries().classes(APP).files());
  }

  @Test
  void archivesWhatATrainingRunLoads() throws IOException {
    StartupArchive archive = archive(plan(ArchiveKind.APP_CDS, trained()), "first");

    assertThat(archive.traits().sharedClasses()).isGreaterThan(300);
    boolean repeatable = runtime.jdk().featureVersion() >= 25;
    assertThat(archive.traits().linkedAhead()).isEqualTo(repeatable);
    assertThat(archive.traits().reproducibility())
        .isEqualTo(repeatable ? Reproducibility.PROVEN : Reproducibility.PINNED);
    if (repeatable) {
      assertThat(archive(plan(ArchiveKind.APP_CDS, trained()), "elsewhere").digest())
          .isEqualTo(archive.digest());
    }
  }

  @Test
  void takesTheSameArchiveAgainEvenAtTheSameTime() throws IOException {
    Optional<UserCache> cache = Optional.of(new UserCache(scratch.resolve("cache")));
    StartupPlan cached = plan(new StartupPlan.Keeping(cache, Optional.empty()));

    CompletableFuture<StartupArchive> beside =
        CompletableFuture.supplyAsync(() -> quietly(cached, "beside"));
    StartupArchive first = archive(cached, "first");
    StartupArchive second = beside.join();
    ArchiveSource kept = new ArchiveSource.Kept(first.file(), first.digest());

    assertThat(second.key()).isEqualTo(first.key());
    assertThat(second.digest()).isEqualTo(first.digest());
    assertThat(archive(plan(ArchiveKind.CDS, kept), "kept").digest()).isEqualTo(first.digest());

    ArchivePin pin = new ArchivePin(first.key(), first.digest());
    assertThat(archive(plan(new StartupPlan.Keeping(cache, Optional.of(pin))), "pinned").digest())
        .isEqualTo(first.digest());
    Digest other = Digest.of(new byte[0]);
    ArchivePin another = new ArchivePin(first.key(), other);
    assertThatThrownBy(
            () -> archive(plan(new StartupPlan.Keeping(cache, Optional.of(another))), "another"))
        .hasMessage(
            "[ArchiveNotAtHand] the start-up archive "
                + other
                + " is pinned, and this machine's cache has "
                + first.digest()
                + "; give its file with --startup-archive, or pin a new one with --update-lock");
    assertThatThrownBy(
            () ->
                archive(
                    plan(new StartupPlan.Keeping(Optional.empty(), Optional.of(pin))), "uncached"))
        .hasMessageContaining("this machine's cache has none that was made from the same");
  }

  @Test
  void refusesAKeptArchiveThatIsAnother() throws IOException {
    Path file = Files.writeString(scratch.resolve("archive.jsa"), "changed");
    Digest wanted = Digest.of(new byte[0]);

    assertThatThrownBy(
            () -> archive(plan(ArchiveKind.CDS, new ArchiveSource.Kept(file, wanted)), "kept"))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[ArchiveChanged] "
                + file
                + " has the digest "
                + Digest.of(file)
                + ", not "
                + wanted
                + "; give the archive that was kept, or make a new one and keep its digest");
  }

  @Test
  void refusesAnArchiveThatTheJvmDoesNotTake() throws IOException {
    Path file = Files.writeString(scratch.resolve("archive.jsa"), "none");
    ArchiveSource kept = new ArchiveSource.Kept(file, Digest.of(file));

    assertThatThrownBy(() -> archive(plan(ArchiveKind.CDS, kept), "kept"))
        .isInstanceOf(ParkaException.class)
        .hasMessageStartingWith(
            "[ArchiveNotUsed] the default CDS archive would not be used: the JVM refuses it:\n")
        .hasMessageContaining("-Xshare:on")
        .hasMessageEndingWith(
            "; leave out the flag that it complains of, or build without a start-up archive");
  }

  @Test
  void asksForATraining() {
    assertThatThrownBy(() -> archive(plan(ArchiveKind.APP_CDS, new ArchiveSource.None()), "none"))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[NoTraining] nothing tells what com.acme.App loads, for the application CDS archive;"
                + " give a training run or a list of classes");
  }

  @Test
  void tellsOfATrainingThatFailed() {
    ArchivedApplication failing = application(List.of("one", "two", "three"), List.of());

    assertThatThrownBy(() -> archive(plan(ArchiveKind.APP_CDS, trained(), failing), "failed"))
        .isInstanceOf(ParkaException.class)
        .hasMessageStartingWith(
            "[TrainingFailed] the training 'run to its end' failed: it ended with exit code 3\n")
        .hasMessageEndingWith(
            "com.acme.App one two three ended with exit code 3:\n"
                + "  done; mend what it complains of, or give a list of classes");
  }

  @Test
  void tellsOfAFlagThatTheJvmDoesNotKnow() {
    ArchivedApplication odd = application(List.of(), List.of("-XX:+NoSuchFlag"));

    assertThatThrownBy(
            () -> archive(plan(ArchiveKind.CDS, new ArchiveSource.None(), odd), "failed"))
        .isInstanceOf(ParkaException.class)
        .hasMessageStartingWith("[ArchiveFailed] " + runtime.home().resolve("bin/java"))
        .hasMessageContaining("Unrecognized VM option 'NoSuchFlag'")
        .hasMessageEndingWith("; mend what it complains of, or build without the archive");
  }

  @Test
  void knowsThatAnOldJdkHasNoAotCache() {
    Jdk running = runtime.jdk();
    Jdk old =
        new Jdk(
            running.home(),
            Runtime.Version.parse("17.0.15+6"),
            running.vendor(),
            running.architecture(),
            running.libc());
    StartupPlan plan =
        new StartupPlan(
            ArchiveKind.AOT_CACHE,
            new RuntimeImage(runtime.home(), old, runtime.modules()),
            application(List.of(), List.of()),
            trained(),
            StartupPlan.Keeping.NOTHING);

    assertThatThrownBy(() -> archive(plan, "old"))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            "[NoAotCache] JDK 17.0.15+6 has no AOT caches; use JDK 24 or later, or APP_CDS");
  }

  private StartupArchive archive(StartupPlan plan, String name) throws IOException {
    return new StartupArchiver().archive(plan, Files.createDirectory(scratch.resolve(name)));
  }

  private StartupArchive quietly(StartupPlan plan, String name) {
    try {
      return archive(plan, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ArchiveSource trained() {
    return new ArchiveSource.Trained(Training.toItsEnd());
  }

  private static StartupPlan plan(ArchiveKind kind, ArchiveSource source) {
    return plan(kind, source, application(List.of(), List.of()));
  }

  private static StartupPlan plan(
      ArchiveKind kind, ArchiveSource source, ArchivedApplication application) {
    return new StartupPlan(kind, runtime, application, source, StartupPlan.Keeping.NOTHING);
  }

  private static StartupPlan plan(StartupPlan.Keeping keeping) {
    StartupPlan plan = plan(ArchiveKind.CDS, new ArchiveSource.None());
    return new StartupPlan(plan.kind(), plan.runtime(), plan.application(), plan.source(), keeping);
  }

  private static ArchivedApplication application(List<String> arguments, List<String> flags) {
    return new ArchivedApplication(
        List.of(new PlacedJar(new ImagePath("/app/app.jar"), jar)),
        Instant.parse("1980-01-01T00:00:00Z"),
        "com.acme.App",
        flags,
        new ArchivedApplication.MainProcess(arguments, new TreeMap<>(), new ImagePath("/app")));
  }
}
