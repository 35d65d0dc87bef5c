package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.jdk.InstalledJdks;
import dev.parka.runtime.jdk.Jdk;
import org.junit.jupiter.api.Test;

class JdksCommandTest {

  @Test
  void listsEveryJdkTheRunningOneFirst() {
    CommandLineRun run = CommandLineRun.of("jdks");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSameSizeAs(InstalledJdks.ofThisMachine().jdks());
    Jdk running = Jdk.running();
    assertThat(run.out().lines().findFirst().orElseThrow().split("\t", -1))
        .startsWith(running.version().toString(), running.architecture().jdkName())
        .contains(running.home().toString(), running.vendor());
  }

  @Test
  void describesTheNamedOneForPrograms() {
    Jdk running = Jdk.running();

    CommandLineRun run =
        CommandLineRun.of("jdks", "--jdk", running.home().toString(), "--format", "json");

    assertThat(run.out())
        .contains(
            "\"featureVersion\" : " + running.featureVersion(),
            "\"architecture\" : \"" + running.architecture().ociName() + "\"",
            "\"linksFrom\" : \"" + (running.jmods().isPresent() ? "jmods" : "itself") + "\"");
  }

  @Test
  void saysThatThereIsNothing() {
    CommandLineRun run = CommandLineRun.of("jdks", "--jdk", "/nowhere");

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.err()).startsWith("error: [NoJdkSource] there is nothing at '/nowhere'; ");
  }
}
