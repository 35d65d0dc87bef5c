package dev.parka.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of JDK Flight Recorder. */
class TraceRecordingTest {

  private static final String CLASSES = ",jdk.ClassLoad#enabled=true";
  private static final int FEATURE = Runtime.version().feature();
  private static final String FIX =
      "; record a run on JDK "
          + FEATURE
          + " with java -XX:StartFlightRecording:filename=run.jfr,jdk.ClassLoad#enabled=true …";

  @TempDir private Path folder;

  @Test
  void readsThoseOfTheRunningJdk() throws IOException {
    readsThoseOf(Catalogs.running());
  }

  @Test
  void readsThoseOfTheOtherJdk() throws IOException {
    readsThoseOf(Catalogs.other());
  }

  private void readsThoseOf(ModuleCatalog jdk) throws IOException {
    try (jdk) {
      Trace trace = Trace.read(record(jdk, CLASSES), jdk);

      assertThat(trace.classes().get(new ModuleName("java.sql"))).contains("java.sql.Driver");
      assertThat(trace.modules()).doesNotContain(new ModuleName("java.prefs"));
      assertThat(trace.classes().get(ModuleName.JAVA_BASE))
          .noneMatch(name -> name.contains("Lambda/") || name.startsWith("com.acme"));
      assertThat(trace.bootLayer().orElseThrow())
          .contains(new ModuleName("java.sql"), new ModuleName("java.desktop"));
    }
  }

  @Test
  void refusesThoseWithoutClassLoads() throws IOException {
    try (ModuleCatalog jdk = Catalogs.running()) {
      assertRefused(
          record(jdk, ""), jdk, " has no jdk.ClassLoad event, which is off unless asked for");
    }
  }

  @Test
  void refusesThoseOfOtherJdks() throws IOException {
    try (ModuleCatalog other = Catalogs.other();
        ModuleCatalog jdk = Catalogs.running()) {
      int feature = other.jdk().featureVersion();
      assertRefused(record(other, CLASSES), jdk, " was recorded on JDK " + feature);
    }
  }

  @Test
  void refusesThoseThatAreNotWhole() throws IOException {
    try (ModuleCatalog jdk = Catalogs.running()) {
      byte[] good = Files.readAllBytes(record(jdk, CLASSES));
      Path file = folder.resolve("bad.jfr");

      Files.write(file, Arrays.copyOf(good, good.length / 2));
      assertRefused(file, jdk, " is a damaged recording of JDK Flight Recorder: it is cut off");
      Files.write(file, Arrays.copyOf(good, 20));
      assertRefused(
          file, jdk, " is a damaged recording of JDK Flight Recorder: there is no chunk at byte 0");
      byte[] open = good.clone();
      open[64] = 1;
      Files.write(file, open);
      assertRefused(
          file,
          jdk,
          " is a damaged recording of JDK Flight Recorder: it was not finished, as if the JVM had"
              + " been killed");
    }
  }

  private Path record(ModuleCatalog jdk, String settings) throws IOException {
    Path file = folder.resolve("run.jfr");
    List<String> command =
        Applications.in(folder, List.of("-Xlog:jfr*=off"))
            .command(
                jdk.jdk().tool("java"), "-XX:StartFlightRecording:filename=" + file + settings);
    assertThat(ChildProcess.of(command).run().succeeded()).isTrue();
    return file;
  }

  private static void assertRefused(Path file, ModuleCatalog jdk, String fact) {
    assertThatThrownBy(() -> Trace.read(file, jdk))
        .isInstanceOf(ParkaException.class)
        .hasMessage("[BadTrace] " + file + fact + FIX);
  }
}
