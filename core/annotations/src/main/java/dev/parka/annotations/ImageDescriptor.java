package dev.parka.annotations;

import java.util.List;
import java.util.Map;

/**
 * What image is wanted, in words of the JDK alone. The annotation processor writes one for each
 * annotated main class; a test or a tool may write one by hand, for which the main class is enough:
 *
 * <pre>{@code
 * ImageDescriptor petStore = () -> "com.acme.PetStore";
 * }</pre>
 *
 * <p>Each method means what the attribute of {@link ContainerImage} with its name means. Values are
 * checked by who reads them, not here.
 */
@FunctionalInterface
public interface ImageDescriptor {

  /** The binary name of the main class, such as {@code com.acme.PetStore}. */
  String mainClass();

  /** See {@link ContainerImage#name()}. */
  default String name() {
    return "";
  }

  /** See {@link ContainerImage#tag()}. */
  default String tag() {
    return "latest";
  }

  /** See {@link ContainerImage#base()}. */
  default String base() {
    return "scratch";
  }

  /** See {@link ContainerImage#javaVersion()}. */
  default int javaVersion() {
    return 0;
  }

  /** See {@link ContainerImage#addModules()}. */
  default List<String> addModules() {
    return List.of();
  }

  /** See {@link ContainerImage#excludeModules()}. */
  default List<String> excludeModules() {
    return List.of();
  }

  /** See {@link ContainerImage#jvmFlags()}. */
  default List<String> jvmFlags() {
    return List.of();
  }

  /** See {@link ContainerImage#arguments()}. */
  default List<String> arguments() {
    return List.of();
  }

  /** See {@link ContainerImage#env()}; each entry is a name and its value, in order. */
  default List<Map.Entry<String, String>> env() {
    return List.of();
  }

  /** See {@link ContainerImage#labels()}; each entry is a key and its value, in order. */
  default List<Map.Entry<String, String>> labels() {
    return List.of();
  }

  /** See {@link ContainerImage#ports()}. */
  default List<Integer> ports() {
    return List.of();
  }

  /** See {@link ContainerImage#udpPorts()}. */
  default List<Integer> udpPorts() {
    return List.of();
  }

  /** See {@link ContainerImage#volumes()}. */
  default List<String> volumes() {
    return List.of();
  }

  /** See {@link ContainerImage#user()}. */
  default String user() {
    return "65532:65532";
  }

  /** See {@link ContainerImage#allowRoot()}. */
  default boolean allowRoot() {
    return false;
  }

  /** See {@link ContainerImage#workingDirectory()}. */
  default String workingDirectory() {
    return "/app";
  }

  /** See {@link ContainerImage#stopSignal()}. */
  default String stopSignal() {
    return "SIGTERM";
  }

  /** See {@link ContainerImage#healthCheck()}. */
  default HealthProbe healthCheck() {
    return HealthProbe.NONE;
  }

  /** See {@link ContainerImage#locales()}. */
  default List<String> locales() {
    return List.of();
  }

  /** See {@link ContainerImage#strip()}. */
  default List<Strip> strip() {
    return List.of();
  }

  /** See {@link ContainerImage#keep()}. */
  default List<Strip> keep() {
    return List.of();
  }

  /** See {@link ContainerImage#compressModules()}. */
  default boolean compressModules() {
    return false;
  }

  /** See {@link ContainerImage#startup()}. */
  default Startup startup() {
    return Startup.NONE;
  }

  /** See {@link ContainerImage#platforms()}. */
  default List<String> platforms() {
    return List.of();
  }

  /**
   * What {@link HealthCheck} says; times are in seconds.
   *
   * @param command the program and its arguments; none means no health check
   * @param interval seconds between two runs
   * @param timeout seconds after which a run has failed
   * @param startPeriod seconds after the start in which failures do not count
   * @param retries failures in a row after which the container is unhealthy
   */
  record HealthProbe(
      List<String> command, int interval, int timeout, int startPeriod, int retries) {

    /** No health check. */
    public static final HealthProbe NONE = new HealthProbe(List.of(), 30, 30, 0, 3);

    /** Copies the command. */
    public HealthProbe {
      command = List.copyOf(command);
    }
  }
}
