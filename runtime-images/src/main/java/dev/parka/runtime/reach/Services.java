package dev.parka.runtime.reach;

import dev.parka.runtime.classes.ApplicationSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The providers that jars name in {@code META-INF/services}. Those of a service of the application
 * are reached with the service; those of a service of the JDK with anything of its package, as the
 * JDK looks them up itself ({@code java.sql.DriverManager} those of {@code java.sql.Driver}).
 */
final class Services {

  /** Packages of java.base whose services are looked up whatever an application refers to. */
  private static final Set<String> ALWAYS =
      Set.of(
          "java/lang",
          "java/net/spi",
          "java/nio/channels/spi",
          "java/nio/charset/spi",
          "java/nio/file/spi",
          "java/security",
          "java/time/chrono",
          "java/time/zone",
          "java/util/spi",
          "java/text/spi");

  private final Map<String, SortedSet<String>> providers = new HashMap<>();
  private final Map<String, SortedSet<String>> byPackage = new HashMap<>();

  Services(List<ApplicationSource> sources) {
    for (ApplicationSource source : sources) {
      for (Map.Entry<String, List<String>> service : source.services().entrySet()) {
        for (String name : service.getValue()) {
          add(service.getKey().replace('.', '/'), name.replace('.', '/'));
        }
      }
    }
  }

  private void add(String service, String provider) {
    addTo(providers, service, provider);
    addTo(byPackage, packageOf(service), provider);
  }

  private static void addTo(Map<String, SortedSet<String>> map, String key, String provider) {
    SortedSet<String> names = map.get(key);
    if (names == null) {
      names = new TreeSet<>();
      map.put(key, names);
    }
    names.add(provider);
  }

  /** Providers of services that every virtual machine looks up. */
  SortedSet<String> alwaysReached() {
    SortedSet<String> all = new TreeSet<>();
    for (String name : ALWAYS) {
      all.addAll(byPackage.getOrDefault(name, new TreeSet<>()));
    }
    return all;
  }

  /** The providers that a reference to this class brings with it. */
  Set<String> providersOf(String name, Predicate<String> isJdkClass) {
    Set<String> own = providers.get(name);
    if (own != null) {
      return own;
    }
    Set<String> siblings = byPackage.get(packageOf(name));
    return siblings != null && isJdkClass.test(name) ? siblings : Set.of();
  }

  private static String packageOf(String name) {
    int slash = name.lastIndexOf('/');
    return slash < 0 ? "" : name.substring(0, slash);
  }
}
