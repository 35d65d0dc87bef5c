package dev.parka.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parka.runtime.cache.Sha256;
import dev.parka.spec.Digest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Debian's {@code docker-registry} on the loopback interface, with one image to pull: the lowest
 * layers of an image layout, as the base that others build on.
 */
final class LoopbackRegistry implements AutoCloseable {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final String reference;
  private final Set<String> layers = new TreeSet<>();

  /**
   * Starts it.
   *
   * @param layout the image; what lies above the first layers is cut away
   * @param directory where it keeps its files
   */
  LoopbackRegistry(Path layout, int layers, Path directory)
      throws IOException, InterruptedException {
    cut(layout, layers);
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    Path config =
        Files.writeString(
            Files.createDirectories(directory).resolve("config.yml"),
            "version: 0.1\nlog: {level: error}\nstorage: {filesystem: {rootdirectory: "
                + directory.resolve("blobs")
                + "}}\nhttp: {addr: 'localhost:"
                + port
                + "'}\n");
    process = start("docker-registry", "serve", config.toString());
    awaitPort(port);
    reference = "localhost:" + port + "/base:1";
    int exit =
        start(
                "skopeo",
                "copy",
                "--quiet",
                "--dest-tls-verify=false",
                "oci:" + layout,
                "docker://" + reference)
            .waitFor();
    if (exit != 0) {
      close();
      throw new IOException("skopeo copy ended with " + exit);
    }
  }

  /** The name of the image that it has. */
  String reference() {
    return reference;
  }

  private static Process start(String... command) throws IOException {
    return new ProcessBuilder(List.of(command))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private void awaitPort(int port) throws InterruptedException, IOException {
    while (process.isAlive()) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        return;
      } catch (IOException e) {
        Thread.sleep(20);
      }
    }
    throw new IOException("docker-registry has ended");
  }

  /** The digests of its layers, without the algorithm. */
  Set<String> layers() {
    return layers;
  }

  private void cut(Path layout, int layers) throws IOException {
    Path index = layout.resolve("index.json");
    ObjectNode root = (ObjectNode) JSON.readTree(Files.readAllBytes(index));
    ObjectNode image = read(layout, root.at("/manifests/0/digest"));
    ObjectNode config = read(layout, image.at("/config/digest"));
    cut(config.withArray("/rootfs/diff_ids"), layers);
    cut(config.withArray("/history"), layers);
    config.remove("config");
    cut(image.withArray("/layers"), layers);
    for (JsonNode layer : image.withArray("/layers")) {
      this.layers.add(Digest.parse(layer.get("digest").asText()).hex());
    }
    write(layout, config, image.withObject("/config"));
    write(layout, image, root.withObject("/manifests/0"));
    Files.write(index, JSON.writeValueAsBytes(root));
  }

  private static void cut(ArrayNode array, int length) {
    while (array.size() > length) {
      array.remove(length);
    }
  }

  private static ObjectNode read(Path layout, JsonNode digest) throws IOException {
    return (ObjectNode)
        JSON.readTree(
            Files.readAllBytes(
                layout.resolve("blobs/sha256").resolve(Digest.parse(digest.asText()).hex())));
  }

  private static void write(Path layout, ObjectNode document, ObjectNode descriptor)
      throws IOException {
    byte[] bytes = JSON.writeValueAsBytes(document);
    Digest digest = Digest.of(Sha256.begin().digest(bytes));
    Files.write(layout.resolve("blobs/sha256").resolve(digest.hex()), bytes);
    descriptor.put("digest", digest.toString()).put("size", bytes.length);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
