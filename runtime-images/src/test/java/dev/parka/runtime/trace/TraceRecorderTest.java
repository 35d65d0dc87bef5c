package dev.parka.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.ModuleName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceRecorderTest {

  private static final Duration MINUTES = Duration.ofMinutes(5);
  private static final ModuleName SQL = new ModuleName("java.sql");
  private static final ModuleName PREFS = new ModuleName("java.prefs");

  @TempDir private Path folder;

  @Test
  void recordsOnTheRunningJdk() throws IOException {
    recordsOn(Catalogs.running());
  }

  @Test
  void recordsOnTheOtherJdk() throws IOException {
    recordsOn(Catalogs.other());
  }

  private void recordsOn(ModuleCatalog jdk) throws IOException {
    try (jdk) {
      RecordedRun run =
          new TraceRecorder(jdk).record(Applications.in(folder, List.of(), "3"), MINUTES);

      assertThat(run.ending().exitCode()).hasValue(3);
      assertThat(run.ending().stdout()).isEqualTo("hello\n");
      assertThat(run.trace().classes().get(SQL)).contains("java.sql.Driver");
      assertThat(run.trace().classes().get(ModuleName.JAVA_BASE))
          .contains("java.lang.Object", "java.lang.Runnable")
          .noneMatch(name -> name.contains("Lambda/") || name.startsWith("com.acme"));
      assertThat(run.trace().modules()).doesNotContain(PREFS);
      assertThat(run.trace().bootLayer()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-XX:+UseSerialGC", "-XX:+UseZGC", "-Xlog:disable", "-Xlog:async"})
  void knowsWhatTheRunWasWhateverTheFlags(String flag) throws IOException {
    try (ModuleCatalog jdk = Catalogs.running()) {
      TracedApplication application = Applications.in(folder, List.of(flag));

      assertThat(new TraceRecorder(jdk).record(application, MINUTES).trace().modules())
          .contains(SQL);
    }
  }

  @Test
  void knowsTheBootLayerWhereTheLogTellsIt() throws IOException {
    try (ModuleCatalog jdk = Catalogs.running()) {
      TracedApplication application =
          Applications.in(folder, List.of("-Xshare:off", "--limit-modules=java.sql"));

      assertThat(new TraceRecorder(jdk).record(application, MINUTES).trace().bootLayer())
          .hasValueSatisfying(
              layer ->
                  assertThat(layer)
                      .hasToString(
                          "[java.base, java.logging, java.sql, java.transaction.xa, java.xml]"));
    }
  }

  @Test
  void endsWhatServesUntilItIsStopped() throws IOException {
    try (ModuleCatalog jdk = Catalogs.running()) {
      RecordedRun run =
          new TraceRecorder(jdk)
              .record(Applications.in(folder, List.of(), "serve"), Duration.ofSeconds(5));

      assertThat(run.ending().exitCode()).hasValue(143);
      assertThat(run.trace().modules()).contains(SQL, PREFS);
    }
  }

  @Test
  void keepsTheLogWhereItIsAskedTo() throws IOException {
    try (ModuleCatalog jdk = Catalogs.running()) {
      Path log = folder.resolve("logs/run %p.log");
      RecordedRun run =
          new TraceRecorder(jdk).record(Applications.in(folder, List.of()), MINUTES, log);

      assertThat(Trace.read(log, jdk)).isEqualTo(run.trace());
      try (Stream<Path> files = Files.list(log.getParent())) {
        assertThat(files).containsExactly(log);
      }
    }
  }

  @Test
  void saysWhyThereIsNoLog() throws IOException {
    try (ModuleCatalog jdk = Catalogs.running()) {
      TracedApplication application = Applications.in(folder, List.of("-XX:+NoSuchFlag"));

      assertThatThrownBy(() -> new TraceRecorder(jdk).record(application, MINUTES))
          .isInstanceOf(ParkaException.class)
          .hasMessageMatching(
              "(?s)\\[BadTrace] the run left no log: \\S+/bin/java -XX:\\+NoSuchFlag .* ended with"
                  + " exit code 1:\n  Unrecognized VM option 'NoSuchFlag'\n.*"
                  + "; mend what it complains of, and run it again");
    }
  }
}
