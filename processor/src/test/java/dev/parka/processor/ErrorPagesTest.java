package dev.parka.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.ProblemId;
import dev.parka.spec.SpecProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever adds an ID adds an input that causes it and a page that explains it. */
final class ErrorPagesTest {

  private static final Path PAGES = Path.of("../docs/errors");

  static Stream<String> ids() {
    return Stream.<ProblemId[]>of(SpecProblem.values(), ProcessorProblem.values())
        .flatMap(Arrays::stream)
        .map(ProblemId::id)
        .sorted();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyIdHasAnInputThatCausesIt(String id) throws IOException {
    assertThat(messages(id)).as("a file %s*.java below bad that expects [%s]", id, id).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyPageShowsARealMessage(String id) throws IOException {
    Path page = PAGES.resolve(id + ".md");
    assertThat(page).exists();
    String text = Files.readString(page);
    assertThat(text.lines())
        .containsSubsequence("# " + id, "## Output", "## Why", "## Bad", "## Good");
    String output = text.substring(text.indexOf("## Output"), text.indexOf("## Why"));
    assertThat(messages(id)).as("the messages of the bad inputs").anyMatch(output::contains);
  }

  @Test
  void everyInputIsNamedAfterAnId() throws IOException {
    for (BadInput input : BadInput.all()) {
      assertThat(input.expectations())
          .as(input.name())
          .anyMatch(expectation -> expectation.message().startsWith("[" + input.id() + "]"));
    }
  }

  private static List<String> messages(String id) throws IOException {
    return BadInput.all().stream()
        .filter(input -> input.id().equals(id))
        .flatMap(input -> input.expectations().stream())
        .map(BadInput.Expectation::message)
        .filter(message -> message.startsWith("[" + id + "]"))
        .toList();
  }
}
