package dev.parka.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.parka.lock.ImageLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are checked in, in compilations that follow each other. */
final class DriftTest {

  private static final String APP =
      """
      package com.acme;

      import dev.parka.annotations.ContainerImage;

      @ContainerImage(ports = 8080)
      final class App {
        public static void main(String[] arguments) {}
      }
      """;

  @TempDir private Path folder;

  @Test
  void failsTheCompilationWithTheDifferenceUntilItIsMended() throws IOException {
    assertThat(compile("update", APP).diagnostics()).isEmpty();
    assertThat(compile("fail", APP).diagnostics()).isEmpty();
    String checkedIn = Files.readString(folder.resolve("Dockerfile"));
    String changed = APP.replace("8080", "8443");

    Compilation failed = compile("fail", changed);

    assertThat(failed.status()).isEqualTo(Compilation.Status.FAILURE);
    assertThat(failed.errors()).hasSize(1);
    Diagnostic<? extends JavaFileObject> error = failed.errors().get(0);
    assertThat(error.getLineNumber()).isEqualTo(5);
    // javac indents all lines of a message but the first.
    assertThat(error.getMessage(Locale.ROOT).replace("\n  ", "\n"))
        .startsWith(
            "[StaleFile] "
                + folder.resolve("Dockerfile")
                + " is not what would be generated now; compile once with -Aparka.drift=update and"
                + " check it in:\n--- Dockerfile\n+++ Dockerfile (generated now)\n@@ ")
        .contains("\n-EXPOSE 8080/tcp\n+EXPOSE 8443/tcp\n");
    assertThat(Files.readString(folder.resolve("Dockerfile"))).isEqualTo(checkedIn);

    assertThat(compile("update", changed).diagnostics()).isEmpty();
    assertThat(compile("fail", changed).diagnostics()).isEmpty();
  }

  @Test
  void failsWhereNoModeIsSaidAndNothingIsCheckedIn() {
    Compilation compilation = compile(List.of("-Aparka.directory=" + folder), APP);

    assertThat(compilation.errors())
        .extracting(error -> error.getMessage(Locale.ROOT))
        .containsExactly(
            "[StaleFile] "
                + folder.resolve("Dockerfile")
                + " is not there; compile once with -Aparka.drift=update and check it in",
            "[StaleFile] "
                + folder.resolve("root-modules.txt")
                + " is not there; compile once with -Aparka.drift=update and check it in",
            "[StaleFile] "
                + folder.resolve(".dockerignore")
                + " is not there; compile once with -Aparka.drift=update and check it in");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void warnsWhereItIsToWarn() {
    Compilation compilation = compile("warn", APP);

    assertThat(compilation.status()).isEqualTo(Compilation.Status.SUCCESS);
    assertThat(compilation.warnings())
        .extracting(warning -> warning.getMessage(Locale.ROOT))
        .hasSize(3)
        .allSatisfy(warning -> assertThat(warning).startsWith("[StaleFileLeft] "));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void givesEachOfSeveralMainClassesAFolder() {
    assertThat(compile("update", APP, APP.replace("class App", "class Other")).errors()).isEmpty();

    assertThat(folder.resolve("com.acme.App/Dockerfile")).isRegularFile();
    assertThat(folder.resolve("com.acme.Other/root-modules.txt")).isRegularFile();
    assertThat(folder.resolve("com.acme.Other/Dockerfile.dockerignore")).isRegularFile();
    assertThat(folder.resolve("Dockerfile")).doesNotExist();
  }

  @Test
  void seesThatTheLockHasChanged() throws IOException {
    String based = APP.replace("ports", "base = \"debian:12-slim\", ports");
    Path lock = folder.resolve(ImageLock.FILE_NAME);
    Files.writeString(lock, locked("1"));

    assertThat(compile("update", based).diagnostics()).as("no warning of an open tag").isEmpty();
    assertThat(Files.readString(folder.resolve("Dockerfile")))
        .contains("\nFROM debian:12-slim@sha256:" + "1".repeat(64) + "\n");
    Files.writeString(lock, locked("2"));
    assertThat(compile("fail", based).errors())
        .extracting(error -> error.getMessage(Locale.ROOT))
        .satisfiesExactly(
            message ->
                assertThat(message)
                    .contains(
                        "-FROM debian:12-slim@sha256:111", "+FROM debian:12-slim@sha256:222"));
    Files.writeString(lock, "debian:12-slim latest\n");
    assertThat(compile("fail", based).errors())
        .extracting(error -> error.getMessage(Locale.ROOT))
        .containsExactly(
            "[BadLock] "
                + lock
                + ":1 has 'latest' for a digest; delete what is wrong and let parka-cli lock write it"
                + " again");
  }

  private static String locked(String digit) {
    return "debian:12-slim sha256:" + digit.repeat(64) + "\n";
  }

  @Test
  void leavesWhatIsWrittenByHand() throws IOException {
    Files.writeString(folder.resolve("Dockerfile"), "FROM scratch\n");

    assertThat(compile("update", APP).errors())
        .extracting(error -> error.getMessage(Locale.ROOT))
        .containsExactly(
            "[HandWrittenFile] "
                + folder.resolve("Dockerfile")
                + " was not written by Parka, and is left as it is; move it away, or choose another"
                + " directory");
  }

  @Test
  void writesNothingWhereTheCompilationFails() {
    Compilation failed = compile("update", APP, "class B { int x = \"\"; }");

    assertThat(failed.errors()).hasSize(1);
    assertThat(folder).isEmptyDirectory();
  }

  private Compilation compile(String mode, String... sources) {
    return compile(List.of("-Aparka.directory=" + folder, "-Aparka.drift=" + mode), sources);
  }

  private static Compilation compile(List<String> options, String... sources) {
    List<JavaFileObject> files = new ArrayList<>();
    for (String source : sources) {
      files.add(Javac.source(source));
    }
    return Javac.compile(17, new ContainerImageProcessor(), options, List.of(), files);
  }
}
