package dev.parka.oci;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parka.plan.ImageConfig;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.EnvironmentVariable;
import dev.parka.spec.HealthProbe;
import dev.parka.spec.ImageReference;
import dev.parka.spec.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The JSON documents of an image (OCI image specification 1.1): compact, members in the order of
 * the specification, maps sorted.
 */
final class ImageDocuments {

  private static final ObjectMapper JSON = new ObjectMapper();

  private ImageDocuments() {}

  static byte[] config(ImageConfig config, Platform platform, List<Layer> layers, Instant created) {
    ObjectNode root = JSON.createObjectNode();
    root.put("created", created.toString());
    root.put("architecture", platform.architecture().ociName());
    root.put("os", Platform.OS);
    root.set("config", execution(config));
    ObjectNode rootfs = root.putObject("rootfs");
    rootfs.put("type", "layers");
    ArrayNode diffIds = rootfs.putArray("diff_ids");
    ArrayNode history = root.putArray("history");
    for (Layer layer : layers) {
      diffIds.add(layer.diffId().toString());
      ObjectNode step = history.addObject();
      step.put("created", created.toString());
      step.put("created_by", "parka");
      step.put("comment", layer.history());
    }
    return bytes(root);
  }

  private static ObjectNode execution(ImageConfig config) {
    ImageConfig.MainProcess process = config.process();
    ObjectNode node = JSON.createObjectNode();
    node.put("User", process.user().toString());
    set(node, "ExposedPorts", config.ports());
    strings(node, "Env", config.environment().stream().map(EnvironmentVariable::toString).toList());
    strings(node, "Entrypoint", process.entrypoint());
    strings(node, "Cmd", process.arguments());
    set(node, "Volumes", config.volumes());
    node.put("WorkingDir", process.workingDirectory().value());
    SortedMap<String, String> labels = new TreeMap<>();
    config.labels().forEach(label -> labels.put(label.key(), label.value()));
    if (!labels.isEmpty()) {
      ObjectNode map = node.putObject("Labels");
      labels.forEach(map::put);
    }
    node.put("StopSignal", process.supervision().stopSignal().value());
    process.supervision().healthProbe().ifPresent(probe -> node.set("Healthcheck", health(probe)));
    return node;
  }

  /** Docker's extension of the configuration; times are in nanoseconds. */
  private static ObjectNode health(HealthProbe probe) {
    ObjectNode node = JSON.createObjectNode();
    ArrayNode test = node.putArray("Test");
    test.add("CMD");
    probe.command().forEach(test::add);
    node.put("Interval", probe.interval().toNanos());
    node.put("Timeout", probe.timeout().toNanos());
    if (!probe.startPeriod().isZero()) {
      node.put("StartPeriod", probe.startPeriod().toNanos());
    }
    node.put("Retries", probe.retries());
    return node;
  }

  static byte[] manifest(
      Descriptor config, List<Layer> layers, SortedMap<String, String> annotations) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schemaVersion", 2);
    root.put("mediaType", MediaTypes.MANIFEST);
    root.set("config", descriptor(config));
    ArrayNode array = root.putArray("layers");
    layers.forEach(layer -> array.add(descriptor(layer.descriptor())));
    ObjectNode map = root.putObject("annotations");
    annotations.forEach(map::put);
    return bytes(root);
  }

  /** The index of a layout that holds one image. */
  static byte[] index(Descriptor manifest, Platform platform, ImageReference reference) {
    ObjectNode root = JSON.createObjectNode();
    root.put("schemaVersion", 2);
    root.put("mediaType", MediaTypes.INDEX);
    ObjectNode entry = descriptor(manifest);
    ObjectNode where = entry.putObject("platform");
    where.put("architecture", platform.architecture().ociName());
    where.put("os", Platform.OS);
    ObjectNode annotations = entry.putObject("annotations");
    annotations.put("io.containerd.image.name", QualifiedName.of(reference));
    reference.tag().ifPresent(tag -> annotations.put("org.opencontainers.image.ref.name", tag));
    root.putArray("manifests").add(entry);
    return bytes(root);
  }

  static byte[] layout() {
    return "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8);
  }

  private static ObjectNode descriptor(Descriptor descriptor) {
    ObjectNode node = JSON.createObjectNode();
    node.put("mediaType", descriptor.mediaType());
    node.put("digest", descriptor.digest().toString());
    node.put("size", descriptor.size());
    return node;
  }

  private static void strings(ObjectNode node, String name, List<String> values) {
    if (!values.isEmpty()) {
      ArrayNode array = node.putArray(name);
      values.forEach(array::add);
    }
  }

  private static void set(ObjectNode node, String name, Iterable<?> members) {
    if (members.iterator().hasNext()) {
      ObjectNode map = node.putObject(name);
      for (Object member : members) {
        map.putObject(member instanceof ImagePath path ? path.value() : member.toString());
      }
    }
  }

  private static byte[] bytes(ObjectNode node) {
    try {
      return JSON.writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings and numbers is always JSON", e);
    }
  }
}
