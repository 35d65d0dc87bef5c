package dev.parka.verify.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreludeTest {

  private static final List<String> COMMAND = List.of("/bin/sh", "-c", "exec java -jar app.jar");
  private static final Prelude PRELUDE = new Prelude(COMMAND);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/usr/bin/unshare --pid --fork --",
        "/usr/bin/prlimit --nproc=100 --",
        "/usr/bin/env -i PATH=/usr/bin",
        "/usr/bin/unshare --root=/tmp/root --setuid=1000 --"
      })
  void knowsWhatComesFirst(String words) {
    assertThat(PRELUDE.isStill(followedByCommand(List.of(words.split(" ", -1))))).isTrue();
  }

  @Test
  void knowsTheShellThatMounts() {
    List<String> shell = List.of("/usr/bin/sh", "-c", Scripts.MOUNT, "mount", "/dev", "/root");
    assertThat(PRELUDE.isStill(followedByCommand(shell))).isTrue();
  }

  @Test
  void isOverWithTheCommand() {
    assertThat(PRELUDE.isStill(COMMAND)).isFalse();
    assertThat(
            new Prelude(List.of("/usr/bin/env", "java")).isStill(List.of("/usr/bin/env", "java")))
        .isFalse();
  }

  @Test
  void isOverWithWhatAShellHasBecome() {
    assertThat(PRELUDE.isStill(List.of("java", "-jar", "app.jar"))).isFalse();
  }

  /** The kernel puts the interpreter before the script. */
  @Test
  void isOverWithAScript() {
    assertThat(
            new Prelude(List.of("/entrypoint.sh", "serve"))
                .isStill(List.of("/bin/sh", "/entrypoint.sh", "serve")))
        .isFalse();
  }

  private static List<String> followedByCommand(List<String> words) {
    List<String> all = new ArrayList<>(words);
    all.addAll(COMMAND);
    return all;
  }
}
