package dev.parka.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

  @Test
  void readsAsIdFactAndFix() {
    assertThat(new Problem(RuntimeProblem.NOT_A_JDK, "/x holds no JDK", "give another"))
        .hasToString("[NotAJdk] /x holds no JDK; give another");
  }

  @Test
  void exceptionTellsOfEveryProblem() {
    ParkaException e =
        new ParkaException(
            List.of(
                new Problem(RuntimeProblem.BAD_JAR, "a is none", "build it"),
                new Problem(RuntimeProblem.BAD_JAR, "b is none", "build it")));
    assertThat(e).hasMessage("[BadJar] a is none; build it\n[BadJar] b is none; build it");
    assertThat(e.problems()).hasSize(2);
  }

  @Test
  void exceptionWithoutProblemIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new ParkaException(List.of()));
  }
}
