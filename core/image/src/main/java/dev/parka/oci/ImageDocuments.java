package dev.parka.oci;

import dev.parka.plan.ImageConfig;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.EnvironmentVariable;
import dev.parka.spec.HealthProbe;
import dev.parka.spec.ImageReference;
import dev.parka.spec.Platform;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The JSON documents of an image (OCI image specification 1.1): compact, members in the order of
 * the specification, maps sorted.
 */
final class ImageDocuments {

  private ImageDocuments() {}

  static byte[] config(ImageConfig config, Platform platform, List<Layer> layers, Instant created) {
    return config(config, platform, layers, created, Optional.empty());
  }

  static byte[] config(
      ImageConfig config,
      Platform platform,
      List<Layer> layers,
      Instant created,
      Optional<BaseLayers> base) {
    List<String> diffIds = new ArrayList<>();
    List<JsonObject.Written> told = base.map(BaseLayers::history).orElseGet(List::of);
    List<Object> history = new ArrayList<>(told);
    for (Layer layer : layers) {
      diffIds.add(layer.diffId().toString());
      if (layer.kind() == Layer.Kind.BASE && !told.isEmpty()) {
        continue;
      }
      history.add(
          new JsonObject()
              .put("created", created.toString())
              .put("created_by", "parka")
              .put("comment", layer.history()));
    }
    JsonObject own = execution(config);
    JsonObject document =
        new JsonObject()
            .put("created", created.toString())
            .put("architecture", platform.architecture().ociName())
            .put("os", Platform.OS);
    if (base.isPresent()) {
      document.put("config", Inherited.by(own.bytes(), base.get().container()));
    } else {
      document.put("config", own);
    }
    return document
        .put("rootfs", new JsonObject().put("type", "layers").put("diff_ids", diffIds))
        .put("history", history)
        .bytes();
  }

  /** The configuration of an image that is one layer, and nothing to run. */
  static byte[] config(
      Layer layer, Platform platform, SortedMap<String, String> labels, Instant created) {
    return new JsonObject()
        .put("created", created.toString())
        .put("architecture", platform.architecture().ociName())
        .put("os", Platform.OS)
        .put("config", new JsonObject().put("Labels", JsonObject.of(labels)))
        .put(
            "rootfs",
            new JsonObject()
                .put("type", "layers")
                .put("diff_ids", List.of(layer.diffId().toString())))
        .bytes();
  }

  private static JsonObject execution(ImageConfig config) {
    ImageConfig.MainProcess process = config.process();
    JsonObject node = new JsonObject();
    node.put("User", process.user().toString());
    set(node, "ExposedPorts", config.ports());
    node.putAll("Env", config.environment().stream().map(EnvironmentVariable::toString).toList());
    node.putAll("Entrypoint", process.entrypoint());
    node.putAll("Cmd", process.arguments());
    set(node, "Volumes", config.volumes());
    node.put("WorkingDir", process.workingDirectory().value());
    SortedMap<String, String> labels = new TreeMap<>();
    config.labels().forEach(label -> labels.put(label.key(), label.value()));
    if (!labels.isEmpty()) {
      node.put("Labels", JsonObject.of(labels));
    }
    node.put("StopSignal", process.supervision().stopSignal().value());
    process.supervision().healthProbe().ifPresent(probe -> node.put("Healthcheck", health(probe)));
    return node;
  }

  /** Docker's extension of the configuration; times are in nanoseconds. */
  private static JsonObject health(HealthProbe probe) {
    List<String> test = new ArrayList<>(List.of("CMD"));
    test.addAll(probe.command());
    JsonObject node = new JsonObject();
    node.put("Test", test);
    node.put("Interval", probe.interval().toNanos());
    node.put("Timeout", probe.timeout().toNanos());
    if (!probe.startPeriod().isZero()) {
      node.put("StartPeriod", probe.startPeriod().toNanos());
    }
    return node.put("Retries", probe.retries());
  }

  static byte[] manifest(
      Descriptor config, List<Layer> layers, SortedMap<String, String> annotations) {
    return new JsonObject()
        .put("schemaVersion", 2)
        .put("mediaType", MediaTypes.MANIFEST)
        .put("config", descriptor(config))
        .put("layers", layers.stream().map(layer -> descriptor(layer.descriptor())).toList())
        .put("annotations", JsonObject.of(annotations))
        .bytes();
  }

  /** The index of a layout that holds one image. */
  static byte[] index(Descriptor manifest, Platform platform, ImageReference reference) {
    return index(
        List.of(
            descriptor(manifest)
                .put("platform", platform(platform))
                .put("annotations", names(reference))));
  }

  private static byte[] index(List<JsonObject> manifests) {
    return new JsonObject()
        .put("schemaVersion", 2)
        .put("mediaType", MediaTypes.INDEX)
        .put("manifests", manifests)
        .bytes();
  }

  private static JsonObject platform(Platform platform) {
    return new JsonObject()
        .put("architecture", platform.architecture().ociName())
        .put("os", Platform.OS);
  }

  /** The index of several images, one for each platform, sorted by platform. */
  static byte[] index(Map<Platform, Descriptor> manifests, SortedMap<String, String> annotations) {
    List<JsonObject> entries = new ArrayList<>();
    manifests.forEach(
        (platform, manifest) ->
            entries.add(descriptor(manifest).put("platform", platform(platform))));
    return new JsonObject()
        .put("schemaVersion", 2)
        .put("mediaType", MediaTypes.INDEX)
        .put("manifests", entries)
        .put("annotations", JsonObject.of(annotations))
        .bytes();
  }

  /** The index of a layout that holds one index of images. */
  static byte[] index(Descriptor index, ImageReference reference) {
    return index(List.of(descriptor(index).put("annotations", names(reference))));
  }

  private static JsonObject names(ImageReference reference) {
    JsonObject annotations = new JsonObject();
    annotations.put("io.containerd.image.name", QualifiedName.of(reference));
    reference.tag().ifPresent(tag -> annotations.put("org.opencontainers.image.ref.name", tag));
    return annotations;
  }

  /** What {@code docker load} reads: where configuration and layers are, and the image's name. */
  static byte[] dockerManifest(OciImage image) {
    return JsonObject.bytes(
        List.of(
            new JsonObject()
                .put("Config", blob(image.config()))
                .putAll("RepoTags", repositoryTags(image.reference()))
                .put(
                    "Layers",
                    image.layers().stream().map(layer -> blob(layer.descriptor())).toList())));
  }

  private static List<String> repositoryTags(ImageReference reference) {
    return reference.tag().map(tag -> reference.repository() + ":" + tag).stream().toList();
  }

  private static String blob(Descriptor descriptor) {
    return "blobs/sha256/" + descriptor.digest().hex();
  }

  static byte[] layout() {
    return "{\"imageLayoutVersion\":\"1.0.0\"}".getBytes(StandardCharsets.UTF_8);
  }

  private static JsonObject descriptor(Descriptor descriptor) {
    return new JsonObject()
        .put("mediaType", descriptor.mediaType())
        .put("digest", descriptor.digest().toString())
        .put("size", descriptor.size());
  }

  private static void set(JsonObject node, String name, Iterable<?> members) {
    if (members.iterator().hasNext()) {
      JsonObject map = new JsonObject();
      for (Object member : members) {
        map.put(
            member instanceof ImagePath path ? path.value() : member.toString(), new JsonObject());
      }
      node.put(name, map);
    }
  }
}
