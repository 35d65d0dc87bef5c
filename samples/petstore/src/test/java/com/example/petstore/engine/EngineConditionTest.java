package com.example.petstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

class EngineConditionTest {

  @NeedsEngine(
      value = {"sh", "no-such-engine"},
      asRoot = false)
  private static final class Wanting {}

  @Test
  void namesWhatIsMissing() {
    assertThat(EngineCondition.missing(Wanting.class.getAnnotation(NeedsEngine.class)))
        .containsExactly("no-such-engine");
  }

  @Test
  void runsWhatLacksNothing() {
    assertThat(EngineCondition.verdict("PodmanIT", List.of(), true).isDisabled()).isFalse();
  }

  @Test
  void skipsWithTheReasonWhereEnginesAreOptional() {
    ConditionEvaluationResult verdict =
        EngineCondition.verdict("PodmanIT", List.of("podman", "runc"), false);

    assertThat(verdict.isDisabled()).isTrue();
    assertThat(verdict.getReason()).hasValue("PodmanIT needs podman, runc");
  }

  @Test
  void failsWhereEnginesAreRequired() {
    assertThatThrownBy(() -> EngineCondition.verdict("PodmanIT", List.of("podman"), true))
        .isInstanceOf(AssertionError.class)
        .hasMessage("PodmanIT needs podman");
  }
}
