package com.example.petstore.engine;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * An OCI image layout in a tar.
 *
 * @param file the tar
 */
record ImageArchive(Path file) {

  /** What the build of this module has written. */
  static final ImageArchive BUILT = new ImageArchive(Path.of("target", "petstore.oci.tar"));

  String skopeoName() {
    return "oci-archive:" + file.toAbsolutePath();
  }

  /**
   * Unpacks it with umoci, which checks digests, diffIDs, sizes and media types.
   *
   * @param scratch an empty directory
   * @return an OCI run-time bundle
   */
  Path unpack(Path scratch) throws IOException {
    Path layout = scratch.resolve("layout");
    Path bundle = scratch.resolve("bundle");
    Tool.named("skopeo").run("copy", skopeoName(), "oci:" + layout + ":petstore");
    Tool.named("umoci")
        .run("unpack", "--rootless", "--image", layout + ":petstore", bundle.toString());
    return bundle;
  }

  /** The bytes of its layers as they are stored. */
  long storedSize() throws IOException {
    String manifest = Tool.named("skopeo").run("inspect", "--raw", skopeoName());
    List<?> layers = (List<?>) JSON.std.mapFrom(manifest).get("layers");
    return layers.stream()
        .mapToLong(layer -> ((Number) ((Map<?, ?>) layer).get("size")).longValue())
        .sum();
  }

  /** What its configuration says of how to run it. */
  Map<String, Object> config() throws IOException {
    String config = Tool.named("skopeo").run("inspect", "--config", skopeoName());
    @SuppressWarnings("unchecked") // a JSON object has strings for keys
    Map<String, Object> run = (Map<String, Object>) JSON.std.mapFrom(config).get("config");
    return run;
  }
}
