package dev.parka.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.verify.boot.BootResult;
import dev.parka.verify.boot.BootResult.Outcome;
import dev.parka.verify.boot.Isolation;
import dev.parka.verify.boot.Probe;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BootFindingsTest {

  private static Optional<String> finding(Outcome outcome) {
    BootResult.Run run =
        new BootResult.Run(
            "1000:1000", Optional.empty(), OptionalInt.empty(), "a reason", List.of("a line"));
    return BootFindings.of(
            new BootResult(Isolation.CHROOT, new Probe.Tcp(8080), outcome, run, List.of()))
        .map(Finding::toString);
  }

  @Test
  void findsNothingWhereAllWentWell() {
    assertThat(finding(Outcome.BOOTED)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "PORT_TAKEN, PortTaken, a free port, ''",
    "CANNOT_START, NotBooted, a connection at 8080/tcp, a line",
    "EXITED, NotBooted, a connection at 8080/tcp, a line",
    "TIMED_OUT, NotBooted, a connection at 8080/tcp, a line",
    "NOT_STOPPED, NotStopped, a clean end, a line",
    "STOPPED_BADLY, NotStopped, a clean end, a line"
  })
  void findsWhatWentWrong(Outcome outcome, String id, String expected, String output) {
    assertThat(finding(outcome))
        .contains(
            "["
                + id
                + "] boot: expected "
                + expected
                + ", found a reason"
                + (output.isEmpty() ? "" : "\n  | " + output));
  }
}
