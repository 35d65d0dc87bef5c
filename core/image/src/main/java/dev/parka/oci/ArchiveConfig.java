package dev.parka.oci;

import dev.parka.spec.Digest;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An image's configuration as it stands in an archive: nothing in it was checked but its shape.
 *
 * @param architecture the processor in OCI's word, such as {@code amd64}, if it says so
 * @param os the operating system, such as {@code linux}, if it says so
 * @param diffIds the digests of the uncompressed layers, the lowest first
 * @param history one entry for each step that made the image; empty if it is not told
 * @param container how the image is run
 */
public record ArchiveConfig(
    Optional<String> architecture,
    Optional<String> os,
    List<Digest> diffIds,
    List<Step> history,
    Container container) {

  /** Copies the lists. */
  public ArchiveConfig {
    diffIds = List.copyOf(diffIds);
    history = List.copyOf(history);
  }

  /**
   * One step that made the image.
   *
   * @param createdBy the command, if it is told
   * @param comment what else is told of it, if anything
   * @param isEmpty whether the step made no layer
   */
  public record Step(Optional<String> createdBy, Optional<String> comment, boolean isEmpty) {}

  /**
   * How the image is run.
   *
   * @param process what is run
   * @param environment {@code NAME=value}, in order
   * @param labels labels by key
   * @param ports such as {@code 8080/tcp}
   * @param volumes paths
   */
  public record Container(
      MainProcess process,
      List<String> environment,
      SortedMap<String, String> labels,
      SortedSet<String> ports,
      SortedSet<String> volumes) {

    /** Copies the collections. */
    public Container {
      environment = List.copyOf(environment);
      labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
      ports = Collections.unmodifiableSortedSet(new TreeSet<>(ports));
      volumes = Collections.unmodifiableSortedSet(new TreeSet<>(volumes));
    }
  }

  /**
   * What is run.
   *
   * @param entrypoint the command, in exec form
   * @param arguments {@code Cmd}: what follows the entrypoint, or the command where there is none
   * @param user as it is written; empty text is root
   * @param workingDirectory as it is written; empty text is the root directory
   * @param supervision what stops it and how an engine asks whether it is well
   */
  public record MainProcess(
      List<String> entrypoint,
      List<String> arguments,
      String user,
      String workingDirectory,
      Supervision supervision) {

    /** Copies the lists. */
    public MainProcess {
      entrypoint = List.copyOf(entrypoint);
      arguments = List.copyOf(arguments);
    }
  }

  /**
   * How an engine looks after the process.
   *
   * @param stopSignal what stops it, if the image says so
   * @param healthCheck how to ask whether it is well, if the image says so
   */
  public record Supervision(Optional<String> stopSignal, Optional<HealthCheck> healthCheck) {}

  /**
   * How to ask whether the process is well; a time of zero and no retries stand for the engine's
   * defaults.
   *
   * @param test {@code CMD} or {@code CMD-SHELL}, then the command
   * @param interval the time between two runs
   * @param timeout after which a run has failed
   * @param startPeriod in which failures do not count
   * @param retries failures after which the container is unhealthy
   */
  public record HealthCheck(
      List<String> test, Duration interval, Duration timeout, Duration startPeriod, long retries) {

    /** Copies the list. */
    public HealthCheck {
      test = List.copyOf(test);
    }
  }

  static ArchiveConfig parse(ArchiveJson json) {
    return new ArchiveConfig(
        json.optionalText("architecture"),
        json.optionalText("os"),
        json.object("rootfs").digests("diff_ids"),
        json.objects("history").stream()
            .map(
                s ->
                    new Step(
                        s.optionalText("created_by"),
                        s.optionalText("comment"),
                        s.flag("empty_layer")))
            .toList(),
        container(
            json.optional("config").orElse(new ArchiveJson(json.document(), "", json.node()))));
  }

  private static Container container(ArchiveJson json) {
    MainProcess process =
        new MainProcess(
            json.texts("Entrypoint"),
            json.texts("Cmd"),
            json.optionalText("User").orElse(""),
            json.optionalText("WorkingDir").orElse(""),
            new Supervision(
                json.optionalText("StopSignal").filter(s -> !s.isEmpty()),
                json.optional("Healthcheck").map(ArchiveConfig::healthCheck)));
    return new Container(
        process,
        json.texts("Env"),
        json.map("Labels"),
        json.keys("ExposedPorts"),
        json.keys("Volumes"));
  }

  private static HealthCheck healthCheck(ArchiveJson json) {
    return new HealthCheck(
        json.texts("Test"),
        nanoseconds(json, "Interval"),
        nanoseconds(json, "Timeout"),
        nanoseconds(json, "StartPeriod"),
        json.optionalNumber("Retries").orElse(0L));
  }

  private static Duration nanoseconds(ArchiveJson json, String key) {
    return Duration.ofNanos(json.optionalNumber(key).orElse(0L));
  }
}
