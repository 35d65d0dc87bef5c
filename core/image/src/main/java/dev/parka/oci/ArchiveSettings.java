package dev.parka.oci;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.SortedMap;
import java.util.TreeMap;

/** A JSON document as one map, so that two can be compared key by key. */
final class ArchiveSettings {

  private static final String VARIABLES = "config.Env";

  private final SortedMap<String, String> values = new TreeMap<>();

  private ArchiveSettings() {}

  static SortedMap<String, String> of(JsonNode document) {
    ArchiveSettings settings = new ArchiveSettings();
    settings.add("", document);
    return settings.values;
  }

  private void add(String path, JsonNode node) {
    if (node.isObject() && !node.isEmpty()) {
      String prefix = path.isEmpty() ? "" : path + ".";
      node.properties().forEach(entry -> add(prefix + entry.getKey(), entry.getValue()));
    } else if (node.isArray() && path.equals(VARIABLES)) {
      for (JsonNode variable : node) {
        String[] parts = variable.asText().split("=", 2);
        values.put(path + "." + parts[0], parts.length == 2 ? parts[1] : "");
      }
    } else if (!node.isNull()) {
      values.put(path, node.isValueNode() ? node.asText() : node.toString());
    }
  }
}
