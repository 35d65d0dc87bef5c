package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionCommandTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @CsvSource({
    "parka-cli, exp, explain",
    "parka, mod, modules",
    "parka-cli build, --class-p, --class-path",
    "parka-cli compare --format, js, json",
    "parka-cli build --startup, app, app-cds",
    "parka-cli cache, pr, prune",
    "parka-cli completion, z, zsh",
  })
  void completesInBash(String before, String begun, String whole) throws Exception {
    assertThat(bash(before, begun).strip()).isEqualTo(whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void isOneScriptForBashAndZsh(String shell) {
    assertThat(CommandLineRun.of("completion", shell).out())
        .isEqualTo(CommandLineRun.of("completion", "bash").out())
        .contains("bashcompinit", "\ncomplete -F _complete_parka-cli -o default parka\n");
  }

  @Test
  void tellsFish() {
    assertThat(CommandLineRun.of("completion", "fish").out().lines())
        .allMatch(line -> line.matches("complete -c parka(-cli)? .*"))
        .contains(
            "complete -c parka-cli -n '__fish_seen_subcommand_from compare' -l format -x -a 'text"
                + " json' -d 'How to print the differences.'",
            "complete -c parka -f -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'",
            "complete -c parka -n '__fish_seen_subcommand_from trace' -l class-path -r -d 'Jars and"
                + " directories, with \\':\\' between them; \\'dir/*\\' stands for the jars in dir.'")
        .anyMatch(
            line ->
                line.contains(" -a verify -d ")
                    && line.endsWith("modules and jars, and starts it.'"));
  }

  @Test
  void knowsNoOtherShell() {
    CommandLineRun run = CommandLineRun.of("completion", "tcsh");

    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains("'tcsh' is not bash, zsh or fish");
  }

  /** What bash offers behind some words for one that is begun. */
  private String bash(String before, String begun) throws IOException, InterruptedException {
    Path script = directory.resolve("completion.bash");
    Files.writeString(script, CommandLineRun.of("completion", "bash").out());
    String program = before.split(" ", -1)[0];
    Process bash =
        new ProcessBuilder(
                "bash",
                "-euc",
                "set +u; compopt() { :; }; source \"$1\"; COMP_WORDS=($2 \"$3\"); COMP_CWORD=$((${#COMP_WORDS[@]} - 1));"
                    + " function=$(complete -p \"$4\" | sed 's/.*-F \\([^ ]*\\).*/\\1/');"
                    + " \"$function\" || true; printf '%s\\n' \"${COMPREPLY[@]}\"",
                "bash",
                script.toString(),
                before,
                begun,
                program)
            .redirectErrorStream(true)
            .start();
    String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(bash.waitFor()).as(out).isZero();
    return out;
  }
}
