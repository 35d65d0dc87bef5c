package dev.parka.runtime.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChildProcessTest {

  @Test
  void keepsTheTwoOutputsApart() {
    ProcessResult result = ChildProcess.of("sh", "-c", "echo out; echo err >&2").run();

    assertThat(result.succeeded()).isTrue();
    assertThat(result.stdout()).isEqualTo("out\n");
    assertThat(result.stderr()).isEqualTo("err\n");
  }

  @Test
  void showsTheCommandAndWhatItWroteWhenItFails() {
    ProcessResult result = ChildProcess.of("sh", "-c", "echo it\\'s broken >&2; exit 3").run();

    assertThat(result.exitCode()).hasValue(3);
    assertThatThrownBy(() -> result.orThrow(RuntimeProblem.LINK_FAILED, "mend it"))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            """
            [LinkFailed] sh -c 'echo it\\'\\''s broken >&2; exit 3' ended with exit code 3:
              it's broken; mend it""");
  }

  @Test
  void escapesWhatATerminalWouldActOn() {
    assertThat(ChildProcess.of("printf", "a\u001b[31mb").run().describe())
        .isEqualTo("printf 'a\\u001b[31mb' ended with exit code 0:\n  a\\u001b[31mb");
  }

  @Test
  void killsWhatTakesTooLong() {
    ProcessResult result =
        ChildProcess.of("sh", "-c", "sleep 600").within(Duration.ofMillis(50)).run();

    assertThat(result.exitCode()).isEmpty();
    assertThat(result.describe())
        .isEqualTo("sh -c 'sleep 600' was killed because its time was up and wrote nothing");
  }

  @Test
  void asksWhatServesToEnd() {
    String serving = "trap 'echo bye; exit 7' TERM; while :; do sleep 0.05; done";
    ProcessResult result = ChildProcess.of("sh", "-c", serving).runFor(Duration.ofMillis(500));

    assertThat(result.exitCode()).hasValue(7);
    assertThat(result.stdout()).isEqualTo("bye\n");
  }

  @Test
  void killsWhatDoesNotEndWhenAsked() {
    ProcessResult result =
        ChildProcess.of("sh", "-c", "trap '' TERM; while :; do sleep 0.05; done")
            .within(Duration.ofMillis(50))
            .runFor(Duration.ofMillis(500));

    assertThat(result.exitCode()).isEmpty();
  }

  @Test
  void waitsNoLongerThanAProgramRuns() {
    assertThat(ChildProcess.of("sh", "-c", "exit 3").runFor(Duration.ofMinutes(5)).exitCode())
        .hasValue(3);
  }

  @Test
  void saysWhatCouldNotBeStarted() {
    ProcessResult result = ChildProcess.of("/no/such/program").run();

    assertThat(result.exitCode()).hasValue(127);
    assertThat(result.stderr()).contains("/no/such/program", "No such file");
  }

  @Test
  void scrubsOptionsThatComeFromAfar() { // FAULTS 49
    Map<String, String> environment = new HashMap<>();
    for (String name :
        new String[] {"JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH"}) {
      environment.put(name, "hostile");
    }
    environment.put("HOME", "/home/someone");
    environment.put("LC_ALL", "ja_JP.eucJP");

    ChildProcess.of("true").with("EXTRA", "1").adapt(environment);

    assertThat(environment)
        .containsOnly(
            Map.entry("HOME", "/home/someone"),
            Map.entry("LC_ALL", "C.UTF-8"),
            Map.entry("EXTRA", "1"));
  }
}
