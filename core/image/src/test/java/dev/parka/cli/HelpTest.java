package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.image.TestApplication;
import dev.parka.oci.HandMadeImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Every command helps, with examples that can be run. */
class HelpTest {

  private static final String EXAMPLE = "  parka-cli ";
  private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

  /** What takes no time, leaves nothing behind, and asks no other machine. */
  private static final Set<String> CHEAP =
      Set.of(
          "modules --class-path 'app.jar:lib/*' --explain",
          "modules --class-path app.jar --check=java.base,java.logging",
          "explain java.sql --class-path 'app.jar:lib/*'",
          "repack --class-path 'app.jar:lib/*' --main-class com.acme.App --jar-name app --output /",
          "compare yesterday.tar app.tar",
          "compare yesterday.tar app.tar --strict --format json",
          "report app.tar --class-path 'app.jar:lib/*' --boot none --output report.html",
          "report app.tar --against yesterday.tar --boot none --output report.html",
          "cache",
          "completion bash");

  @TempDir private static Path directory;

  @BeforeAll
  static void prepare() throws IOException {
    Path classes =
        TestApplication.compile(
            directory,
            "com/acme/App.java",
            "package com.acme; public class App { public static void main(String[] a) {} }");
    TestApplication.jar(classes, directory.resolve("app.jar"), "com.acme.App");
    Files.createDirectory(directory.resolve("lib"));
    Files.copy(directory.resolve("app.jar"), directory.resolve("lib/other.jar"));
    HandMadeImage.writeTar(HandMadeImage.good().files(), directory.resolve("app.tar"));
    HandMadeImage.writeTar(HandMadeImage.good().files(), directory.resolve("yesterday.tar"));
  }

  static Stream<String> commands() {
    return all(RootCommand.commandLine())
        .map(command -> command.getCommandSpec().qualifiedName().substring("parka-cli".length()))
        .map(String::strip);
  }

  static Stream<String> examples() {
    return all(RootCommand.commandLine())
        .flatMap(command -> Arrays.stream(command.getCommandSpec().usageMessage().footer()))
        .filter(line -> line.startsWith(EXAMPLE))
        .map(line -> line.substring(EXAMPLE.length()));
  }

  private static Stream<CommandLine> all(CommandLine command) {
    return Stream.concat(
        Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::all));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void showsAnExample(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
    words.remove("");
    words.add("--help");
    CommandLineRun run = CommandLineRun.of(words.toArray(new String[0]));

    assertThat(run.exitCode()).isEqualTo(ExitCode.GOOD);
    assertThat(run.out())
        .startsWith(("Usage: parka-cli " + command).strip())
        .containsPattern("\nExample:\n  parka-cli ");
  }

  @ParameterizedTest
  @MethodSource("examples")
  void showsExamplesThatAreUnderstood(String example) {
    assertThat(RootCommand.commandLine().parseArgs(words(example)).subcommands()).isNotEmpty();
  }

  @Test
  void knowsTheCheapExamples() {
    assertThat(examples()).containsAll(CHEAP);
  }

  static Stream<String> cheapExamples() {
    return CHEAP.stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("cheapExamples")
  void showsExamplesThatRun(String example) {
    String[] words = Arrays.stream(words(example)).map(HelpTest::here).toArray(String[]::new);
    CommandLineRun run = CommandLineRun.of(words);

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.GOOD);
  }

  /** As a shell splits it. */
  private static String[] words(String line) {
    return WORD.matcher(line).results().map(HelpTest::unquoted).toArray(String[]::new);
  }

  private static String unquoted(MatchResult word) {
    return word.group(1) == null ? word.group(2) : word.group(1);
  }

  /** The files of an example, where this test has them. */
  private static String here(String word) {
    return switch (word) {
      case "app.jar", "app.tar", "yesterday.tar", "report.html" ->
          directory.resolve(word).toString();
      case "app.jar:lib/*" -> directory.resolve("app.jar") + ":" + directory.resolve("lib") + "/*";
      case "/" -> directory.resolve("root").toString();
      default -> word;
    };
  }
}
