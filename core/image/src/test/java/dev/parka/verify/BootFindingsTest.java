package dev.parka.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.verify.boot.BootResult;
import dev.parka.verify.boot.BootResult.Outcome;
import dev.parka.verify.boot.Isolation;
import dev.parka.verify.boot.Probe;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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

  @Test
  void findsNoArchiveUnusedWhereNobodySawTheJvm() {
    assertThat(archives(Set.of())).isEmpty();
    assertThat(archives(Set.of("/app/native.so"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/opt/java/lib/server/classes.jsa, /opt/java/lib/server/classes.jsa, true",
    "/opt/java/lib/server/classes.jsa, /opt/java/lib/server/classes_nocoops.jsa, true",
    "/opt/java/lib/server/classes.jsa, /opt/java/lib/modules, false",
    "/app/app.aot, /opt/java/lib/server/classes.jsa, false",
    "/a, /a, true"
  })
  void findsArchivesThatAreNotUsed(String expected, String mapped, boolean isUsed) {
    assertThat(archives(Set.of("/opt/java/lib/server/libjvm.so", mapped), expected).isEmpty())
        .isEqualTo(isUsed);
  }

  private static List<Finding> archives(Set<String> mapped, String... expected) {
    BootResult.Run run =
        new BootResult.Run(
            "1000:1000", Optional.empty(), OptionalInt.empty(), "", List.of(), mapped);
    return BootFindings.archives(
        new BootResult(Isolation.CHROOT, new Probe.Tcp(8080), Outcome.BOOTED, run, List.of()),
        List.of(expected));
  }
}
