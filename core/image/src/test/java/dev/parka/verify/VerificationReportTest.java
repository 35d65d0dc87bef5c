package dev.parka.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parka.spec.Digest;
import dev.parka.verify.boot.BootResult;
import dev.parka.verify.boot.BootResult.Outcome;
import dev.parka.verify.boot.Isolation;
import dev.parka.verify.boot.Probe;
import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class VerificationReportTest {

  private static final Digest DIGEST = new Digest("0123456789abcdef".repeat(4));
  private static final ImageFacts FACTS =
      new ImageFacts(
          DIGEST,
          Optional.of("linux/amd64"),
          List.of(
              new ImageFacts.LayerFacts(DIGEST, Optional.of(DIGEST), 11_900_000, 42_100_000, 120),
              new ImageFacts.LayerFacts(DIGEST, Optional.empty(), 1_284, 5_632, 3)));

  private static BootResult boot(Outcome outcome, String reason, List<String> output) {
    return new BootResult(
        Isolation.USER_NAMESPACE,
        new Probe.Tcp(8080),
        outcome,
        new BootResult.Run(
            "65532:65532",
            Optional.of(Duration.ofMillis(312)),
            OptionalInt.of(143),
            reason,
            output),
        List.of("the network was this machine's"));
  }

  @Test
  void rendersGoodImage() {
    VerificationReport report =
        new VerificationReport(
            Optional.of(FACTS),
            EnumSet.of(Check.BOOT, Check.DIFF_IDS, Check.DIGESTS),
            List.of(),
            List.of(),
            Optional.of(boot(Outcome.BOOTED, "", List.of())),
            List.of("layers were not asked for"));

    assertThat(report.render())
        .isEqualTo(
            """
            image     sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
            platform  linux/amd64
            size      11.9 MB stored, 42.1 MB unpacked
            layer     0123456789ab    11.9 MB stored    42.1 MB unpacked    120 entries
            layer     0123456789ab     1.3 kB stored     5.6 kB unpacked      3 entries
            checked   digests, diff ids, boot
            boot      booted in 0.31 s as 65532:65532 (chroot, user namespace): 8080/tcp accepts connections
                      the network was this machine's
            note      layers were not asked for
            result    good
            """);
  }

  @Test
  void rendersFindingsWithOutput() {
    Finding failed =
        new Finding(
            VerifyProblem.NOT_BOOTED,
            "boot",
            "a connection at 8080/tcp",
            "exit code 1 after 0.31 s",
            List.of("Error: \u001b[31mno luck"));
    Finding warning = new Finding(VerifyProblem.ORPHAN_BLOB, "blobs/x\ny", "a", "b");
    VerificationReport report =
        new VerificationReport(
            Optional.empty(),
            EnumSet.of(Check.LAYOUT),
            List.of(failed, warning),
            List.of(new SuppressedFinding(warning, "known\nfor long")),
            Optional.empty(),
            List.of());

    assertThat(report.render())
        .isEqualTo(
            """
            checked   layout
            result    bad, 1 error, 1 warning
            [NotBooted] boot: expected a connection at 8080/tcp, found exit code 1 after 0.31 s
              | Error: \\u001b[31mno luck
            [OrphanBlob] blobs/x\\u000ay: expected a, found b
            suppressed [OrphanBlob] blobs/x\\u000ay: expected a, found b; known\\u000afor long
            """);
  }

  @Test
  void writesJson() throws IOException {
    VerificationReport report =
        new VerificationReport(
            Optional.of(FACTS),
            EnumSet.of(Check.DIFF_IDS),
            List.of(new Finding(VerifyProblem.ORPHAN_BLOB, "blobs/x", "a", "b")),
            List.of(),
            Optional.of(boot(Outcome.NOT_STOPPED, "still running", List.of("line"))),
            List.of());

    assertThat(new JsonMapper().readTree(report.toJson()))
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    """
                    {"good": true,
                     "manifest": "%1$s",
                     "platform": "linux/amd64",
                     "layers": [
                       {"digest": "%1$s", "diffId": "%1$s", "storedSize": 11900000,
                        "unpackedSize": 42100000, "entries": 120},
                       {"digest": "%1$s", "storedSize": 1284, "unpackedSize": 5632, "entries": 3}],
                     "checks": ["diff ids"],
                     "findings": [
                       {"id": "OrphanBlob", "severity": "warning", "subject": "blobs/x",
                        "expected": "a", "actual": "b"}],
                     "boot": {"outcome": "not_stopped", "isolation": "user_namespace",
                       "probe": "8080/tcp", "user": "65532:65532", "milliseconds": 312,
                       "exitCode": 143, "notes": ["the network was this machine's"],
                       "output": ["line"]}}
                    """
                        .formatted(DIGEST)));
  }
}
