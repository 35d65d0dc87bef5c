package dev.parka.oci;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parka.oci.ArchiveConfig.HealthCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an image inherits from the one that it stands on, as engines that build Dockerfiles do it:
 * variables, labels, ports and volumes are added to, a health check stays unless there is another.
 */
final class Inherited {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Inherited() {}

  /** Adds to an image's own words, which are JSON, what its base says. */
  static JsonObject.Written by(byte[] words, ArchiveConfig.Container base) {
    ObjectNode own = read(words);
    environment(own, base);
    SortedMap<String, String> labels = new TreeMap<>(base.labels());
    own.path("Labels").properties().forEach(l -> labels.put(l.getKey(), l.getValue().asText()));
    if (!labels.isEmpty()) {
      ObjectNode map = own.putObject("Labels");
      labels.forEach(map::put);
    }
    set(own, "ExposedPorts", base.ports());
    set(own, "Volumes", base.volumes());
    if (!own.has("Healthcheck")) {
      base.process().supervision().healthCheck().ifPresent(check -> health(own, check));
    }
    return new JsonObject.Written(own.toString());
  }

  private static ObjectNode read(byte[] words) {
    try {
      return (ObjectNode) JSON.readTree(words);
    } catch (IOException e) {
      throw new UncheckedIOException("what was written here can be read", e);
    }
  }

  private static void environment(ObjectNode own, ArchiveConfig.Container base) {
    Map<String, String> lines = new LinkedHashMap<>();
    base.environment().forEach(line -> lines.put(name(line), line));
    own.path("Env").forEach(line -> lines.put(name(line.asText()), line.asText()));
    if (!lines.isEmpty()) {
      ArrayNode array = own.putArray("Env");
      lines.values().forEach(array::add);
    }
  }

  private static String name(String line) {
    int equals = line.indexOf('=');
    return equals < 0 ? line : line.substring(0, equals);
  }

  private static void set(ObjectNode own, String key, Set<String> base) {
    NavigableSet<String> all = new TreeSet<>(base);
    own.path(key).fieldNames().forEachRemaining(all::add);
    if (!all.isEmpty()) {
      ObjectNode map = own.putObject(key);
      all.forEach(map::putObject);
    }
  }

  private static void health(ObjectNode own, HealthCheck check) {
    ObjectNode node = own.putObject("Healthcheck");
    ArrayNode test = node.putArray("Test");
    check.test().forEach(test::add);
    node.put("Interval", check.interval().toNanos());
    node.put("Timeout", check.timeout().toNanos());
    node.put("StartPeriod", check.startPeriod().toNanos());
    node.put("Retries", check.retries());
  }
}
