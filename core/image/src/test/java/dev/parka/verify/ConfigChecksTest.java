package dev.parka.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parka.annotations.ImageDescriptor;
import dev.parka.oci.HandMadeImage;
import dev.parka.plan.ImagePlan;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.RootModules;
import dev.parka.spec.ImageSpec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigChecksTest {

  @TempDir private Path temporary;

  /** What {@link #asPlanned} fulfils. */
  private static final class Descriptor implements ImageDescriptor {
    @Override
    public String mainClass() {
      return "App";
    }

    @Override
    public List<String> arguments() {
      return List.of("a \"b\"");
    }

    @Override
    public List<Map.Entry<String, String>> env() {
      return List.of(Map.entry("LEVEL", "info"));
    }

    @Override
    public List<Map.Entry<String, String>> labels() {
      return List.of(Map.entry("org.acme.name", "app"));
    }

    @Override
    public List<Integer> ports() {
      return List.of(8080);
    }

    @Override
    public List<String> volumes() {
      return List.of("/data");
    }

    @Override
    public String stopSignal() {
      return "SIGINT";
    }

    @Override
    public HealthProbe healthCheck() {
      return new HealthProbe(List.of("/opt/java/bin/java", "Health"), 30, 5, 1, 3);
    }
  }

  private static void asPlanned(ObjectNode container) {
    container.putArray("Cmd").add("a \"b\"");
    container.putArray("Env").add("PATH=/bin").add("LANG=C.UTF-8").add("LEVEL=info");
    container.putObject("Labels").put("org.acme.name", "app");
    container.putObject("ExposedPorts").putObject("8080/tcp");
    container.putObject("Volumes").putObject("/data");
    container.put("StopSignal", "SIGINT");
    ObjectNode health = container.putObject("Healthcheck");
    health.putArray("Test").add("CMD").add("/opt/java/bin/java").add("Health");
    health.put("Interval", 30_000_000_000L).put("Timeout", 5_000_000_000L);
    health.put("StartPeriod", 1_000_000_000L).put("Retries", 3);
  }

  private List<String> findings(Consumer<ObjectNode> change) throws IOException {
    RootModules modules =
        new RootModules(new TreeMap<>(Map.of(ModuleName.JAVA_BASE, List.of())), List.of());
    ImagePlan plan = ImagePlan.of(ImageSpec.from(new Descriptor()), modules, 25);
    Path image =
        HandMadeImage.good()
            .container(
                c ->
                    c.putArray("Entrypoint")
                        .add("/opt/java/bin/java")
                        .add("@/app/class-path")
                        .add("App"))
            .container(ConfigChecksTest::asPlanned)
            .container(change)
            .write(temporary);
    return ImageVerifier.verify(VerificationRequest.of(image).withPlan(plan)).findings().stream()
        // The image has no modules at all, which is not what this is about.
        .filter(finding -> finding.id() != VerifyProblem.MODULES_DIFFER)
        .map(Finding::toString)
        .toList();
  }

  @Test
  void acceptsWhatThePlanSays() throws IOException {
    assertThat(findings(c -> {})).isEmpty();
  }

  @Test
  void findsEveryDifference() throws IOException {
    List<String> findings =
        findings(
            c -> {
              c.putArray("Entrypoint").add("/opt/java/bin/java").add("App");
              c.remove("Cmd");
              c.put("User", "1000");
              c.put("WorkingDir", "/");
              c.remove("StopSignal");
              ((ObjectNode) c.get("Healthcheck")).put("Interval", 1_500_000_000L);
              c.putArray("Env").add("LEVEL=debug").add("EXTRA=1").add("LANG=C.UTF-8");
              c.remove("Labels");
              c.putObject("ExposedPorts").putObject("8081/udp");
              c.remove("Volumes");
            });

    assertThat(findings)
        .containsExactly(
            "[ConfigDiffers] config.Entrypoint: expected [\"/opt/java/bin/java\","
                + " \"@/app/class-path\", \"App\"], found [\"/opt/java/bin/java\", \"App\"]",
            "[ConfigDiffers] config.Cmd: expected [\"a \\\"b\\\"\"], found []",
            "[ConfigDiffers] config.User: expected 65532:65532, found 1000",
            "[ConfigDiffers] config.WorkingDir: expected /app, found /",
            "[ConfigDiffers] config.StopSignal: expected SIGINT, found SIGTERM",
            "[ConfigDiffers] config.Healthcheck: expected [\"CMD\", \"/opt/java/bin/java\","
                + " \"Health\"] interval 30 s timeout 5 s start period 1 s retries 3, found"
                + " [\"CMD\", \"/opt/java/bin/java\", \"Health\"] interval 1500 ms timeout 5 s"
                + " start period 1 s retries 3",
            "[ConfigDiffers] config.Env.LEVEL: expected \"info\", found \"debug\"",
            "[ConfigDiffers] config.Env.EXTRA: expected nothing, found \"1\"",
            "[ConfigDiffers] config.Labels.org.acme.name: expected \"app\", found nothing",
            "[ConfigDiffers] config.ExposedPorts: expected [8080/tcp], found [8081/udp]",
            "[ConfigDiffers] config.Volumes: expected [/data], found []");
  }
}
