package com.example.petstore.engine;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a configuration says of how to run an image, when an engine has built it. */
final class EngineConfig {

  private EngineConfig() {}

  /** Without what engines add of their own accord. */
  static Map<String, Object> withoutTheEnginesOwn(Map<String, Object> config) {
    Map<String, Object> rest = new TreeMap<>(config);
    rest.computeIfPresent(
        "Env",
        (key, variables) ->
            ((List<?>) variables)
                .stream().filter(variable -> !variable.toString().startsWith("PATH=")).toList());
    rest.computeIfPresent(
        "Labels",
        (key, labels) -> {
          Map<Object, Object> own = new TreeMap<>((Map<?, ?>) labels);
          own.remove("io.buildah.version");
          return own;
        });
    rest.values().removeIf(value -> value instanceof Map<?, ?> map && map.isEmpty());
    return rest;
  }
}
