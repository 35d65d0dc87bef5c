package dev.parka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.checkin.CheckinProblem;
import dev.parka.dockerfile.DockerfileProblem;
import dev.parka.image.ImageProblem;
import dev.parka.jdks.JdkProblem;
import dev.parka.junit.TestProblem;
import dev.parka.location.LocationProblem;
import dev.parka.lock.LockProblem;
import dev.parka.oci.ArchiveProblem;
import dev.parka.registry.RegistryProblem;
import dev.parka.runtime.ProblemId;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.spec.SpecProblem;
import dev.parka.verify.VerifyProblem;
import dev.parka.verify.boot.BootProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every problem that users can see has a page, and no two rooms call theirs the same. */
class ErrorPagesTest {

  private static final Path PAGES = Path.of("../../docs/errors");

  static Stream<ProblemId> problems() {
    return Stream.<ProblemId[]>of(
            RuntimeProblem.values(),
            SpecProblem.values(),
            CheckinProblem.values(),
            DockerfileProblem.values(),
            ArchiveProblem.values(),
            ImageProblem.values(),
            JdkProblem.values(),
            LocationProblem.values(),
            LockProblem.values(),
            RegistryProblem.values(),
            VerifyProblem.values(),
            BootProblem.values(),
            TestProblem.values())
        .flatMap(Arrays::stream);
  }

  @ParameterizedTest
  @MethodSource("problems")
  void hasAPage(ProblemId problem) throws IOException {
    Path page = PAGES.resolve(problem.id() + ".md");
    assertThat(page).isRegularFile();
    assertThat(Files.readString(page))
        .startsWith("# " + problem.id() + "\n")
        .contains("[" + problem.id() + "] ")
        .contains("\n## Output\n", "\n## Why\n", "\n## Bad\n", "\n## Good\n");
  }

  @Test
  void idsAreUnique() {
    assertThat(problems().map(ProblemId::id)).doesNotHaveDuplicates();
  }
}
