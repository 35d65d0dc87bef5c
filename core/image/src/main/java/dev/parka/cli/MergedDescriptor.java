package dev.parka.cli;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.annotations.Startup;
import dev.parka.annotations.Strip;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the annotation says, with what the command line says before it: single values replace, lists
 * grow, environment variables and labels of one name replace.
 */
final class MergedDescriptor implements ImageDescriptor {

  private final ImageDescriptor annotated;
  private final ImageOptions options;

  MergedDescriptor(ImageDescriptor annotated, ImageOptions options) {
    this.annotated = annotated;
    this.options = options;
  }

  @Override
  public String mainClass() {
    return annotated.mainClass();
  }

  @Override
  public String name() {
    return either(options.name, annotated.name());
  }

  @Override
  public String tag() {
    return either(options.tag, annotated.tag());
  }

  @Override
  public String base() {
    return either(options.base, annotated.base());
  }

  @Override
  public int javaVersion() {
    return annotated.javaVersion();
  }

  @Override
  public List<String> addModules() {
    return both(annotated.addModules(), options.wishes.addModules);
  }

  @Override
  public List<String> excludeModules() {
    return both(annotated.excludeModules(), options.wishes.excludeModules);
  }

  @Override
  public List<String> jvmFlags() {
    return both(annotated.jvmFlags(), options.wishes.jvmFlags);
  }

  @Override
  public List<String> arguments() {
    return options.arguments.isEmpty() ? annotated.arguments() : options.arguments;
  }

  @Override
  public List<Map.Entry<String, String>> env() {
    return merged(annotated.env(), options.env);
  }

  @Override
  public List<Map.Entry<String, String>> labels() {
    return merged(annotated.labels(), options.labels);
  }

  @Override
  public List<Integer> ports() {
    return both(annotated.ports(), options.ports);
  }

  @Override
  public List<Integer> udpPorts() {
    return both(annotated.udpPorts(), options.udpPorts);
  }

  @Override
  public List<String> volumes() {
    return both(annotated.volumes(), options.volumes);
  }

  @Override
  public String user() {
    return either(options.user, annotated.user());
  }

  @Override
  public boolean allowRoot() {
    return options.allowRoot || annotated.allowRoot();
  }

  @Override
  public String workingDirectory() {
    return either(options.workingDirectory, annotated.workingDirectory());
  }

  @Override
  public String stopSignal() {
    return either(options.stopSignal, annotated.stopSignal());
  }

  @Override
  public HealthProbe healthCheck() {
    HealthProbe probe = annotated.healthCheck();
    return options.healthCheck.isEmpty()
        ? probe
        : new HealthProbe(
            options.healthCheck,
            probe.interval(),
            probe.timeout(),
            probe.startPeriod(),
            probe.retries());
  }

  @Override
  public List<String> locales() {
    return both(annotated.locales(), options.wishes.locales);
  }

  @Override
  public List<Strip> strip() {
    return both(without(annotated.strip(), options.strips.keep), options.strips.strip);
  }

  @Override
  public List<Strip> keep() {
    return both(without(annotated.keep(), options.strips.strip), options.strips.keep);
  }

  @Override
  public boolean compressModules() {
    return options.strips.compressModules || annotated.compressModules();
  }

  @Override
  public Startup startup() {
    return options.startup == null ? annotated.startup() : options.startup;
  }

  @Override
  public List<String> platforms() {
    return options.platforms.isEmpty() ? annotated.platforms() : options.platforms;
  }

  private static String either(@Nullable String option, String annotation) {
    return option == null ? annotation : option;
  }

  private static <T> List<T> without(List<T> annotation, List<T> options) {
    return annotation.stream().filter(item -> !options.contains(item)).toList();
  }

  private static <T> List<T> both(List<T> annotation, List<T> options) {
    List<T> all = new ArrayList<>(annotation);
    all.addAll(options);
    return all;
  }

  private static List<Map.Entry<String, String>> merged(
      List<Map.Entry<String, String>> annotation, Map<String, String> options) {
    List<Map.Entry<String, String>> all = new ArrayList<>();
    Map<String, String> rest = new LinkedHashMap<>(options);
    for (Map.Entry<String, String> entry : annotation) {
      String option = rest.remove(entry.getKey());
      all.add(Map.entry(entry.getKey(), either(option, entry.getValue())));
    }
    rest.forEach((name, value) -> all.add(Map.entry(name, value)));
    return all;
  }
}
