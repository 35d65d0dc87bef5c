package dev.parka.runtime.breakages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KnownBreakagesTest {

  @TempDir static Path directory;

  private static List<Trial> trials = List.of();

  @BeforeAll
  static void tryAll() throws IOException {
    trials = Trial.all(directory);
  }

  static List<Trial> trials() {
    return trials;
  }

  static Stream<Trial> trialsThatHideModules() {
    return trials.stream().filter(trial -> !trial.breakage().hiddenModules().isEmpty());
  }

  @ParameterizedTest
  @MethodSource("trials")
  void runsInAnImageOfTheModulesInferred(Trial trial) {
    assertThat(trial.failure()).as("%s with %s", trial, trial.inferred()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("trialsThatHideModules")
  void findsTheModulesThatAreHidden(Trial trial) {
    assertThat(Inferred.closure(trial.inferred()))
        .as("%s", trial)
        .containsAll(trial.breakage().hiddenModules());
  }

  /** A breakage that nothing breaks proves nothing. */
  @ParameterizedTest
  @MethodSource("trialsThatHideModules")
  void isBrokenWithoutTheModulesThatAreHidden(Trial trial) {
    assertThat(trial.control()).as("%s", trial).isPresent();
  }
}
