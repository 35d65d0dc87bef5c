package dev.parka.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.oci.ArchiveProblem;
import dev.parka.runtime.ProblemId;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ErrorPagesTest {

  private static Stream<ProblemId> ids() {
    return Stream.concat(Stream.of(ArchiveProblem.values()), Stream.of(VerifyProblem.values()));
  }

  @ParameterizedTest
  @MethodSource("ids")
  void hasPage(ProblemId id) {
    assertThat(Path.of("../../docs/errors", id.id() + ".md"))
        .content()
        .startsWith("# " + id.id() + "\n")
        .contains("## Output", "[" + id.id() + "]", "## Why", "## Bad", "## Good");
  }
}
