package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

class WordPreprocessorTest {

  @Command(mixinStandardHelpOptions = true)
  private static final class Words {

    @Option(names = "--word", preprocessor = WordPreprocessor.class)
    private List<String> words = new ArrayList<>(List.of("first"));

    @Option(names = "--other")
    private String other = "";
  }

  @Test
  void takesOptionsOfThisProgramBehindAnEqualsSign() {
    assertThat(words("--word=--other=x", "--word", "-Xmx1m", "--word=--version", "--word=a b"))
        .containsExactly("first", "--other=x", "-Xmx1m", "--version", "a b");
  }

  @Test
  void missesAWordWhereAnOptionStandsBehindASpace() {
    assertThatThrownBy(() -> words("--word", "--other=x"))
        .isInstanceOf(ParameterException.class)
        .hasMessage("Expected parameter for option '--word' but found '--other=x'");
    assertThatThrownBy(() -> words("--word"))
        .isInstanceOf(ParameterException.class)
        .hasMessageStartingWith("Missing required parameter for option '--word'");
  }

  private static List<String> words(String... arguments) {
    Words words = new Words();
    new CommandLine(words).parseArgs(arguments);
    assertThat(words.other).isEmpty();
    return words.words;
  }
}
