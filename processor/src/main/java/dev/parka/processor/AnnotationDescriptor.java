package dev.parka.processor;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.annotations.Startup;
import dev.parka.annotations.Strip;
import java.util.List;
import java.util.Map;

/** What the source says in {@code @ContainerImage}, read attribute by attribute when asked. */
final class AnnotationDescriptor implements ImageDescriptor {

  private static final ImageDescriptor USUAL = () -> "";

  private final String mainClass;
  private final AnnotationValues values;

  AnnotationDescriptor(String mainClass, AnnotationValues values) {
    this.mainClass = mainClass;
    this.values = values;
  }

  /**
   * Whether the compiler knows every value. If not, another processor may be about to generate a
   * class with a constant, or the source has an error that the compiler tells of.
   */
  boolean isResolved() {
    return values.areResolved()
        && values.annotations("env").stream().allMatch(e -> e.have(List.of("name", "value")))
        && values.annotations("labels").stream().allMatch(e -> e.have(List.of("key", "value")));
  }

  @Override
  public String mainClass() {
    return mainClass;
  }

  @Override
  public String name() {
    return values.get("name", String.class, USUAL.name());
  }

  @Override
  public String tag() {
    return values.get("tag", String.class, USUAL.tag());
  }

  @Override
  public String base() {
    return values.get("base", String.class, USUAL.base());
  }

  @Override
  public int javaVersion() {
    return values.get("javaVersion", Integer.class, USUAL.javaVersion());
  }

  @Override
  public List<String> addModules() {
    return values.all("addModules", String.class, USUAL.addModules());
  }

  @Override
  public List<String> excludeModules() {
    return values.all("excludeModules", String.class, USUAL.excludeModules());
  }

  @Override
  public List<String> jvmFlags() {
    return values.all("jvmFlags", String.class, USUAL.jvmFlags());
  }

  @Override
  public List<String> arguments() {
    return values.all("arguments", String.class, USUAL.arguments());
  }

  @Override
  public List<Map.Entry<String, String>> env() {
    return entries("env", "name");
  }

  @Override
  public List<Map.Entry<String, String>> labels() {
    return entries("labels", "key");
  }

  @Override
  public List<Integer> ports() {
    return values.all("ports", Integer.class, USUAL.ports());
  }

  @Override
  public List<Integer> udpPorts() {
    return values.all("udpPorts", Integer.class, USUAL.udpPorts());
  }

  @Override
  public List<String> volumes() {
    return values.all("volumes", String.class, USUAL.volumes());
  }

  @Override
  public String user() {
    return values.get("user", String.class, USUAL.user());
  }

  @Override
  public boolean allowRoot() {
    return values.get("allowRoot", Boolean.class, USUAL.allowRoot());
  }

  @Override
  public String workingDirectory() {
    return values.get("workingDirectory", String.class, USUAL.workingDirectory());
  }

  @Override
  public String stopSignal() {
    return values.get("stopSignal", String.class, USUAL.stopSignal());
  }

  @Override
  public HealthProbe healthCheck() {
    HealthProbe usual = USUAL.healthCheck();
    return values
        .annotation("healthCheck")
        .map(
            check ->
                new HealthProbe(
                    check.all("command", String.class, usual.command()),
                    check.get("interval", Integer.class, usual.interval()),
                    check.get("timeout", Integer.class, usual.timeout()),
                    check.get("startPeriod", Integer.class, usual.startPeriod()),
                    check.get("retries", Integer.class, usual.retries())))
        .orElse(usual);
  }

  @Override
  public List<String> locales() {
    return values.all("locales", String.class, USUAL.locales());
  }

  @Override
  public List<Strip> strip() {
    return strips("strip", USUAL.strip());
  }

  @Override
  public List<Strip> keep() {
    return strips("keep", USUAL.keep());
  }

  @Override
  public boolean compressModules() {
    return values.get("compressModules", Boolean.class, USUAL.compressModules());
  }

  @Override
  public Startup startup() {
    return values.constant("startup", Startup.class, USUAL.startup());
  }

  @Override
  public List<String> platforms() {
    return values.all("platforms", String.class, USUAL.platforms());
  }

  private List<Strip> strips(String attribute, List<Strip> usual) {
    return values.constants(attribute, Strip.class, usual);
  }

  private List<Map.Entry<String, String>> entries(String attribute, String key) {
    return values.annotations(attribute).stream()
        .map(
            entry ->
                Map.entry(entry.get(key, String.class, ""), entry.get("value", String.class, "")))
        .toList();
  }
}
