package dev.parka.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Options of one name mean one thing, and {@code docs/command-line.md} lists them all. */
class OptionsTest {

  private static final Path PAGE = Path.of("../../docs/command-line.md");
  private static final String BEGIN = "| option | takes | commands |\n| --- | --- | --- |\n";
  private static final String WHERE_IT_GOES = "--output";

  /** What each option takes, and the commands that have it. */
  private static SortedMap<String, SortedMap<String, SortedSet<String>>> options() {
    SortedMap<String, SortedMap<String, SortedSet<String>>> options = new TreeMap<>();
    collect(RootCommand.commandLine(), options);
    options.keySet().removeAll(Set.of("--help", "--version"));
    return options;
  }

  private static void collect(
      CommandLine command, SortedMap<String, SortedMap<String, SortedSet<String>>> options) {
    String name = command.getCommandSpec().qualifiedName().replaceFirst("parka-cli ?", "");
    for (OptionSpec option : command.getCommandSpec().options()) {
      String takes = option.arity().max() == 0 ? "" : option.paramLabel();
      options
          .computeIfAbsent(option.longestName(), key -> new TreeMap<>())
          .computeIfAbsent(takes, key -> new TreeSet<>())
          .add(name);
    }
    command.getSubcommands().values().forEach(below -> collect(below, options));
  }

  @Test
  void takeTheSameInEveryCommand() {
    assertThat(options().entrySet())
        .filteredOn(option -> option.getValue().size() > 1)
        .extracting(Map.Entry::getKey)
        .containsExactly(WHERE_IT_GOES);
  }

  @Test
  void areListedInThePage() throws IOException {
    String table =
        options().entrySet().stream()
            .flatMap(
                option ->
                    option.getValue().entrySet().stream()
                        .map(kind -> row(option.getKey(), kind.getKey(), kind.getValue())))
            .collect(joining());
    String page = Files.readString(PAGE);
    int begin = page.indexOf(BEGIN) + BEGIN.length();
    int end = page.indexOf("\n\n", begin) + 1;
    String written = page.substring(0, begin) + table + page.substring(end);
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(PAGE, written);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(written);
  }

  @Test
  void namesEveryCommandInThePage() throws IOException {
    String page = Files.readString(PAGE);
    assertThat(RootCommand.commandLine().getSubcommands().keySet())
        .allSatisfy(command -> assertThat(page).contains("\n| `" + command));
  }

  private static String row(String option, String takes, SortedSet<String> commands) {
    String value = takes.isEmpty() ? "" : "`" + takes.replace("|", "\\|") + "`";
    return "| `" + option + "` | " + value + " | " + String.join(", ", commands) + " |\n";
  }
}
