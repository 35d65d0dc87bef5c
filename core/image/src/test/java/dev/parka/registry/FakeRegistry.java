package dev.parka.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.parka.oci.HandMadeImage;
import dev.parka.spec.ImageReference;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A registry in memory that goes wrong where a test tells it to. */
public final class FakeRegistry implements AutoCloseable {

  private static final Pattern PATH =
      Pattern.compile("/v2/(.+)/(blobs|manifests)/(?:(uploads)/)?([^/]*)");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger uploadCount = new AtomicInteger();

  final Map<String, byte[]> blobs = new ConcurrentHashMap<>();
  final Map<String, Stored> manifests = new ConcurrentHashMap<>();
  final Map<String, ByteArrayOutputStream> uploads = new ConcurrentHashMap<>();
  final List<String> log = new CopyOnWriteArrayList<>();
  final List<Fault> faults = new CopyOnWriteArrayList<>();
  volatile boolean knowsState = true;
  volatile boolean knowsRanges = true;

  /** A manifest. */
  static final class Stored {
    private final String type;
    private final byte[] bytes;

    Stored(String type, byte[] bytes) {
      this.type = type;
      this.bytes = bytes.clone();
    }

    String type() {
      return type;
    }

    byte[] bytes() {
      return bytes.clone();
    }
  }

  /** Answers instead of the registry; answers whether it did. */
  public interface Trick {
    boolean plays(HttpExchange exchange) throws IOException;
  }

  record Fault(String method, String part, AtomicInteger times, Trick trick) {}

  /** Starts it. */
  public FakeRegistry() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  int port() {
    return server.getAddress().getPort();
  }

  String host() {
    return "127.0.0.1:" + port();
  }

  /** A reference to something in it. */
  public ImageReference reference(String rest) {
    return ImageReference.parse(host() + "/" + rest);
  }

  /** The next requests of this kind go wrong. */
  public FakeRegistry fault(String method, String part, int times, Trick trick) {
    faults.add(new Fault(method, part, new AtomicInteger(times), trick));
    return this;
  }

  /** Puts an image layout's files into a repository. */
  byte[] put(String repository, String tag, Map<String, byte[]> layout) {
    layout.forEach(
        (name, bytes) -> {
          if (name.startsWith("blobs/")) {
            blobs.put(repository + "@sha256:" + HandMadeImage.sha256(bytes), bytes);
          }
        });
    byte[] manifest =
        layout.values().stream()
            .filter(b -> new String(b, StandardCharsets.UTF_8).contains("\"layers\":["))
            .filter(b -> new String(b, StandardCharsets.UTF_8).contains("\"config\":{\"media"))
            .findFirst()
            .orElseThrow();
    putManifest(repository, tag, "application/vnd.oci.image.manifest.v1+json", manifest);
    return manifest;
  }

  /** Lets a tag mean these bytes. */
  public void putManifest(String repository, String tag, String type, byte[] bytes) {
    Stored stored = new Stored(type, bytes);
    manifests.put(repository + "@" + tag, stored);
    manifests.put(repository + "@sha256:" + HandMadeImage.sha256(bytes), stored);
  }

  /** How many requests there were, of any method if that is empty. */
  public long count(String method, String part) {
    return log.stream()
        .filter(l -> (method.isEmpty() || l.startsWith(method + " ")) && l.contains(part))
        .count();
  }

  /** Forgets what was asked. */
  public void clearLog() {
    log.clear();
  }

  /** Turns a bit over in every blob of a repository; once more, and it is whole again. */
  public void damage(String repository) {
    blobs.forEach(
        (key, bytes) -> {
          if (key.startsWith(repository + "@")) {
            bytes[bytes.length / 2] ^= 1;
          }
        });
  }

  private void handle(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    String uri = exchange.getRequestURI().toString();
    log.add(method + " " + uri);
    try {
      for (Fault fault : faults) {
        if (fault.method().equals(method)
            && uri.contains(fault.part())
            && fault.times().getAndDecrement() > 0
            && fault.trick().plays(exchange)) {
          return;
        }
      }
      Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
      if (!path.matches()) {
        answer(exchange, 404, "");
      } else if (path.group(3) != null) {
        upload(exchange, path.group(1), path.group(4));
      } else if (path.group(2).equals("blobs")) {
        blob(exchange, path.group(1) + "@" + path.group(4));
      } else {
        manifest(exchange, path.group(1), path.group(4));
      }
    } catch (IOException | RuntimeException e) {
      exchange.close();
    }
  }

  private void blob(HttpExchange exchange, String key) throws IOException {
    byte[] bytes = blobs.get(key);
    if (bytes == null) {
      answer(exchange, 404, error("BLOB_UNKNOWN"));
      return;
    }
    String range = exchange.getRequestHeaders().getFirst("Range");
    if (range != null && knowsRanges) {
      int from = Integer.parseInt(range.replaceAll("bytes=([0-9]+)-.*", "$1"));
      exchange
          .getResponseHeaders()
          .set("Content-Range", "bytes " + from + "-" + (bytes.length - 1) + "/" + bytes.length);
      send(exchange, 206, Arrays.copyOfRange(bytes, from, bytes.length));
      return;
    }
    send(exchange, 200, bytes);
  }

  private void manifest(HttpExchange exchange, String repository, String name) throws IOException {
    if (exchange.getRequestMethod().equals("PUT")) {
      byte[] bytes = exchange.getRequestBody().readAllBytes();
      putManifest(repository, name, exchange.getRequestHeaders().getFirst("Content-Type"), bytes);
      exchange
          .getResponseHeaders()
          .set("Docker-Content-Digest", "sha256:" + HandMadeImage.sha256(bytes));
      answer(exchange, 201, "");
      return;
    }
    Stored stored = manifests.get(repository + "@" + name);
    if (stored == null) {
      answer(exchange, 404, error("MANIFEST_UNKNOWN"));
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", stored.type());
    exchange
        .getResponseHeaders()
        .set("Docker-Content-Digest", "sha256:" + HandMadeImage.sha256(stored.bytes()));
    send(exchange, 200, stored.bytes());
  }

  private void upload(HttpExchange exchange, String repository, String id) throws IOException {
    String query = String.valueOf(exchange.getRequestURI().getQuery());
    String here = "/v2/" + repository + "/blobs/uploads/";
    if (exchange.getRequestMethod().equals("POST")) {
      Matcher mount = Pattern.compile("mount=([^&]+)&from=(.+)").matcher(query);
      byte[] known = mount.matches() ? blobs.get(mount.group(2) + "@" + mount.group(1)) : null;
      if (known != null) {
        blobs.put(repository + "@" + mount.group(1), known);
        answer(exchange, 201, "");
        return;
      }
      String fresh = "u" + uploadCount.incrementAndGet();
      uploads.put(fresh, new ByteArrayOutputStream());
      exchange.getResponseHeaders().set("Location", here + fresh + "?state=x");
      answer(exchange, 202, "");
      return;
    }
    ByteArrayOutputStream upload = uploads.get(id);
    if (upload == null) {
      answer(exchange, 404, error("BLOB_UPLOAD_UNKNOWN"));
      return;
    }
    exchange.getResponseHeaders().set("Location", here + id + "?state=x");
    switch (exchange.getRequestMethod()) {
      case "GET" -> {
        if (knowsState) {
          exchange.getResponseHeaders().set("Range", range(upload));
          answer(exchange, 204, "");
        } else {
          answer(exchange, 404, error("BLOB_UPLOAD_UNKNOWN"));
        }
      }
      case "PATCH" -> {
        String range = exchange.getRequestHeaders().getFirst("Content-Range");
        int from = range == null ? 0 : Integer.parseInt(range.split("-", -1)[0]);
        byte[] bytes = exchange.getRequestBody().readAllBytes();
        if (from != upload.size()) {
          answer(exchange, 416, "");
          return;
        }
        upload.writeBytes(bytes);
        exchange.getResponseHeaders().set("Range", range(upload));
        answer(exchange, 202, "");
      }
      default -> {
        String digest = query.replaceAll(".*digest=", "");
        exchange.getRequestBody().readAllBytes();
        if (!digest.equals("sha256:" + HandMadeImage.sha256(upload.toByteArray()))) {
          answer(exchange, 400, error("DIGEST_INVALID"));
          return;
        }
        blobs.put(repository + "@" + digest, upload.toByteArray());
        answer(exchange, 201, "");
      }
    }
  }

  private static String range(ByteArrayOutputStream upload) {
    return "0-" + Math.max(0, upload.size() - 1);
  }

  static String error(String code) {
    return "{\"errors\":[{\"code\":\"" + code + "\",\"message\":\"as told\"}]}";
  }

  /** Answers with a status and text. */
  public static Trick status(int status, String body, String... headers) {
    return exchange -> {
      exchange.getRequestBody().readAllBytes();
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      answer(exchange, status, body);
      return true;
    };
  }

  /** Breaks the connection without an answer. */
  static Trick hangUp() {
    return exchange -> {
      exchange.close();
      return true;
    };
  }

  /** Takes some bytes of a chunk, keeps them, and breaks the connection. */
  Trick takeOnly(int count) {
    return exchange -> {
      String path = exchange.getRequestURI().getPath();
      InputStream in = exchange.getRequestBody();
      uploads.get(path.substring(path.lastIndexOf('/') + 1)).writeBytes(in.readNBytes(count));
      exchange.close();
      return true;
    };
  }

  /** Promises a whole blob, gives some bytes and breaks the connection. */
  Trick giveOnly(byte[] bytes, int count) {
    return exchange -> {
      exchange.sendResponseHeaders(200, bytes.length);
      OutputStream out = exchange.getResponseBody();
      out.write(bytes, 0, count);
      out.flush();
      exchange.close();
      return true;
    };
  }

  static Trick bytes(int status, byte[] bytes) {
    return exchange -> {
      send(exchange, status, bytes);
      return true;
    };
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    if (exchange.getRequestMethod().equals("HEAD")) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
      exchange.sendResponseHeaders(status, -1);
    } else {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
