package dev.parka.runtime.lean;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.lean.LeanRules.Verb;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LeanRulesFileTest {

  @Test
  void takesConditionsByTheirName() {
    assertThat(
            LeanRulesFile.of(
                Stream.of(
                    "# two lines, one name",
                    "name | opens | | use a/A, flag -f | by type",
                    "name | opens | | module m | by module",
                    "cut | x/Y | | if opens, text t | why")))
        .singleElement()
        .satisfies(
            rule -> {
              assertThat(rule.verb()).isEqualTo(Verb.CUT);
              assertThat(rule.conditions())
                  .containsExactly("use a/A", "flag -f", "module m", "text t");
            });
  }

  @Test
  void knowsAllNamesOfItsOwnFile() {
    assertThat(LeanRulesFile.read())
        .isNotEmpty()
        .allSatisfy(
            rule -> assertThat(rule.conditions()).noneMatch(text -> text.startsWith("if ")));
  }

  @Test
  void refusesANameThatNobodyGave() {
    assertThatThrownBy(() -> LeanRulesFile.of(Stream.of("cut | x/Y | | if nowhere | why")))
        .hasMessage("no name of conditions: if nowhere");
  }

  @Test
  void refusesALineThatIsNoRule() {
    assertThatThrownBy(() -> LeanRulesFile.of(Stream.of("cut | x/Y | why")))
        .hasMessage("no rule: cut | x/Y | why");
  }
}
