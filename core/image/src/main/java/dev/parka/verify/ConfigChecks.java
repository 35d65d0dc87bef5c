package dev.parka.verify;

import dev.parka.oci.ArchiveConfig;
import dev.parka.oci.ArchiveConfig.HealthCheck;
import dev.parka.plan.ImageConfig;
import dev.parka.plan.ImagePlan;
import dev.parka.spec.EnvironmentVariable;
import dev.parka.spec.HealthProbe;
import dev.parka.spec.ImageLabel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether the configuration says what the plan says. What a base image adds is its own affair. */
final class ConfigChecks {

  private static final String UNSET = "nothing";
  private static final String DEFAULT_STOP_SIGNAL = "SIGTERM";

  /** What builders add of their own: BuildKit and buildah a path, buildah a label. */
  private static final Set<String> ADDED = Set.of("PATH", "io.buildah.version");

  private final ImagePlan plan;
  private final Findings findings;

  ConfigChecks(ImagePlan plan, Findings findings) {
    this.plan = plan;
    this.findings = findings;
  }

  void run(ArchiveConfig.Container actual) {
    ImageConfig expected = plan.config();
    process(expected.process(), actual.process());
    Map<String, String> environment = new LinkedHashMap<>();
    for (EnvironmentVariable variable : expected.environment()) {
      environment.put(variable.name(), variable.value());
    }
    map("Env", environment, environment(actual.environment()));
    Map<String, String> labels = new LinkedHashMap<>();
    for (ImageLabel label : expected.labels()) {
      labels.put(label.key(), label.value());
    }
    map("Labels", labels, actual.labels());
    set("ExposedPorts", expected.ports(), ports(actual.ports()));
    set("Volumes", expected.volumes(), actual.volumes());
    findings.ran(Check.PLAN);
  }

  private void process(ImageConfig.MainProcess expected, ArchiveConfig.MainProcess actual) {
    same("Entrypoint", quoted(expected.entrypoint()), quoted(actual.entrypoint()));
    same("Cmd", quoted(expected.arguments()), quoted(actual.arguments()));
    same("User", expected.user(), actual.user().isEmpty() ? UNSET : actual.user());
    String directory = actual.workingDirectory();
    same("WorkingDir", expected.workingDirectory(), directory.isEmpty() ? "/" : directory);
    same(
        "StopSignal",
        expected.supervision().stopSignal(),
        actual.supervision().stopSignal().orElse(DEFAULT_STOP_SIGNAL));
    if (expected.supervision().healthProbe().isEmpty() && !plan.isFromScratch()) {
      return;
    }
    same(
        "Healthcheck",
        expected.supervision().healthProbe().map(ConfigChecks::describe).orElse(UNSET),
        actual.supervision().healthCheck().map(ConfigChecks::describe).orElse(UNSET));
  }

  private void same(String key, Object expected, Object actual) {
    findings.same(
        VerifyProblem.CONFIG_DIFFERS, "config." + key, expected.toString(), actual.toString());
  }

  private void map(String key, Map<String, String> expected, Map<String, String> actual) {
    expected.forEach(
        (name, value) ->
            same(
                key + "." + name,
                quoted(value),
                Optional.ofNullable(actual.get(name)).map(ConfigChecks::quoted).orElse(UNSET)));
    actual.forEach(
        (name, value) -> {
          if (!expected.containsKey(name) && !ADDED.contains(name) && plan.isFromScratch()) {
            same(key + "." + name, UNSET, quoted(value));
          }
        });
  }

  private void set(String key, Set<?> expected, Set<String> actual) {
    SortedSet<String> wanted = new TreeSet<>();
    expected.forEach(element -> wanted.add(element.toString()));
    SortedSet<String> found = new TreeSet<>(actual);
    if (!plan.isFromScratch()) {
      found.retainAll(wanted);
    }
    same(key, wanted, found);
  }

  private static Map<String, String> environment(List<String> lines) {
    Map<String, String> environment = new TreeMap<>();
    for (String line : lines) {
      int equals = line.indexOf('=');
      environment.put(
          equals < 0 ? line : line.substring(0, equals),
          line.substring(equals < 0 ? line.length() : equals + 1));
    }
    return environment;
  }

  /** A port without a protocol is one of TCP. */
  private static Set<String> ports(Set<String> ports) {
    SortedSet<String> full = new TreeSet<>();
    ports.forEach(port -> full.add(port.contains("/") ? port : port + "/tcp"));
    return full;
  }

  private static String describe(HealthProbe probe) {
    List<String> test = new ArrayList<>(List.of("CMD"));
    test.addAll(probe.command());
    return describe(
        new HealthCheck(
            test, probe.interval(), probe.timeout(), probe.startPeriod(), probe.retries()));
  }

  private static String describe(HealthCheck check) {
    return quoted(check.test())
        + " interval "
        + seconds(check.interval())
        + " timeout "
        + seconds(check.timeout())
        + " start period "
        + seconds(check.startPeriod())
        + " retries "
        + check.retries();
  }

  private static String seconds(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }

  private static String quoted(List<String> words) {
    return words.stream().map(ConfigChecks::quoted).toList().toString();
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
