package dev.parka.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every golden Dockerfile, under three linters; {@code docs/linters.md} has the exceptions. */
@Tag("engine")
@ExtendWith(NeedsJudges.class)
class LinterTest {

  private static final Path ROOT = Path.of("../..");

  @TempDir private Path scratch;

  /** One line of what the linters print. */
  private record Finding(String linter, String rule, String whole) {

    static Finding parse(String line) {
      String[] parts = line.split("\t", -1);
      return new Finding(parts[2], parts[3], line);
    }
  }

  @Test
  void findNothingThatIsNotExcepted() throws Exception {
    List<String> files = goldenDockerfiles();
    List<String> exceptions = Files.readAllLines(ROOT.resolve("docs/linters.md"));

    List<Finding> findings = lint(files);

    assertThat(files).hasSizeGreaterThanOrEqualTo(12);
    assertThat(findings)
        .filteredOn(f -> exceptions.stream().noneMatch(line -> excepts(line, f)))
        .extracting(Finding::whole)
        .isEmpty();
  }

  @Test
  void seeWhatIsWrong() throws Exception {
    Path bad = scratch.resolve("Dockerfile");
    Files.writeString(bad, "FROM debian\nEXPOSE port\nRUN cd /a; sudo rm $x; [ a == b ]\n");

    assertThat(lint(List.of(bad.toString())))
        .extracting(Finding::linter)
        .contains("dockerfile-utils", "dockerfilelint", "shellcheck");
  }

  private static boolean excepts(String line, Finding finding) {
    return line.startsWith("| " + finding.linter() + " | " + finding.rule() + " | ");
  }

  private static List<String> goldenDockerfiles() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .map(Path::toString)
          .filter(file -> file.contains("/src/test/resources/golden/"))
          .filter(file -> Path.of(file).getFileName().toString().startsWith("Dockerfile"))
          .filter(file -> !file.endsWith(".dockerignore"))
          .sorted()
          .toList();
    }
  }

  private List<Finding> lint(List<String> files) throws Exception {
    Path out = scratch.resolve("findings");
    NeedsJudges.run(NeedsJudges.node("lint.js", files).redirectOutput(out.toFile()));
    return Files.readAllLines(out).stream().map(Finding::parse).toList();
  }
}
