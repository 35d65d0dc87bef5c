package dev.parka.verify.boot;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.parka.oci.HandMadeImage;
import dev.parka.oci.HandMadeLayer;
import dev.parka.runtime.tree.Content;
import dev.parka.runtime.tree.Removal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * A small application on a linked run-time image, with the shared libraries that {@code ldd} tells.
 */
final class BootableImage {

  private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");

  private static final String SOURCE =
      """
      import java.io.InputStream;
      import java.net.ServerSocket;
      import java.net.Socket;
      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.util.ArrayList;
      import java.util.List;

      public class App {
        public static void main(String[] arguments) throws Exception {
          switch (arguments[0]) {
            case "tell" -> {
              System.out.println("pid " + ProcessHandle.current().pid());
              System.out.println("directory " + System.getProperty("user.dir"));
              System.out.println("environment " + new java.util.TreeMap<>(System.getenv()));
              Files.readAllLines(Path.of("/proc/self/status")).stream()
                  .filter(line -> line.matches("(Uid|Gid|CapEff):.*"))
                  .forEach(line -> System.out.println(line.replace('\\t', ' ')));
              Files.writeString(Path.of("/tmp/note"), "temporary");
            }
            case "echo" -> {
              System.out.println("[" + arguments[1] + "]");
              System.out.println("[" + System.getenv("TEXT") + "]");
            }
            case "fail" -> {
              for (int i = 1; i <= 30; i++) {
                System.out.println("line " + i);
              }
              System.err.println("no luck");
              System.exit(1);
            }
            case "serve", "deaf", "broken" -> {
              if (arguments[0].equals("deaf")) {
                Runtime.getRuntime().addShutdownHook(new Thread(App::sleep));
              }
              serve(Integer.parseInt(arguments[1]), arguments[0].equals("broken") ? "503" : "200");
            }
            case "write" -> {
              Files.writeString(Path.of(arguments[1]), "x");
              System.out.println("written to " + arguments[1]);
            }
            case "eat" -> {
              List<byte[]> eaten = new ArrayList<>();
              while (eaten.size() < 2000) {
                eaten.add(new byte[1 << 20]);
              }
              System.out.println("eaten " + eaten.size());
            }
            case "say" -> {
              System.out.println("hello from " + arguments[1]);
              sleep();
            }
            default -> sleep();
          }
        }

        private static void sleep() {
          try {
            Thread.sleep(1_000_000);
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
        }

        private static void serve(int port, String status) throws Exception {
          try (ServerSocket server = new ServerSocket(port)) {
            while (true) {
              try (Socket socket = server.accept()) {
                InputStream in = socket.getInputStream();
                if (in.read(new byte[1000]) > 0) {
                  String answer = "HTTP/1.1 " + status + " x\\r\\nContent-Length: 0\\r\\n\\r\\n";
                  socket.getOutputStream().write(answer.getBytes());
                }
              }
            }
          }
        }
      }
      """;

  private static @Nullable BootableImage made;

  private final List<Content> layers;

  private BootableImage(HandMadeLayer... layers) {
    this.layers = Stream.of(layers).map(layer -> Content.of(layer.tar())).toList();
  }

  /** The same for all test classes: linking and compiling takes seconds. */
  static synchronized BootableImage shared() throws IOException, InterruptedException {
    BootableImage image = made;
    if (image == null) {
      Path scratch = Files.createTempDirectory("bootable");
      try {
        image = make(scratch);
        made = image;
      } finally {
        Removal.of(scratch);
      }
    }
    return image;
  }

  private static BootableImage make(Path scratch) throws IOException, InterruptedException {
    Path jdk = Path.of(System.getProperty("java.home"));
    Path linked = scratch.resolve("linked");
    run(
        jdk.resolve("bin/jlink").toString(),
        "--add-modules=java.base",
        "--strip-java-debug-attributes",
        "--no-header-files",
        "--no-man-pages",
        "--output=" + linked);
    HandMadeLayer runtime = new HandMadeLayer();
    add(runtime, linked, "opt/java/");
    for (String library : libraries(linked)) {
      runtime.file(library.substring(1), 0755, Files.readAllBytes(Path.of(library)));
    }
    runtime.directory("tmp", 01777);
    return new BootableImage(runtime, application(scratch));
  }

  private static HandMadeLayer application(Path scratch) throws IOException {
    Path source = Files.writeString(scratch.resolve("App.java"), SOURCE);
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "--release=17", "-d", scratch.toString(), source.toString());
    if (code != 0) {
      throw new IOException("the application cannot be compiled");
    }
    return new HandMadeLayer()
        .directory("app", 0755)
        .file("app/class-path", "-cp\n\"/app/classes\"\n")
        .directory("app/classes", 0755)
        .file("app/classes/App.class", 0644, Files.readAllBytes(scratch.resolve("App.class")));
  }

  private static void add(HandMadeLayer layer, Path directory, String prefix) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted().toList()) {
        String name = prefix + directory.relativize(file);
        if (Files.isSymbolicLink(file)) {
          layer.link(name, Files.readSymbolicLink(file).toString());
        } else if (Files.isRegularFile(file)) {
          layer.file(name, Files.isExecutable(file) ? 0755 : 0644, Files.readAllBytes(file));
        }
      }
    }
  }

  /** Enough for a test; an image's own libraries are not found in such a way. */
  private static SortedSet<String> libraries(Path linked) throws IOException, InterruptedException {
    SortedSet<String> libraries = new TreeSet<>();
    for (String file :
        List.of(
            "bin/java",
            "lib/server/libjvm.so",
            "lib/libjava.so",
            "lib/libnio.so",
            "lib/libnet.so",
            "lib/libjli.so")) {
      Matcher matcher = LIBRARY.matcher(run("ldd", linked.resolve(file).toString()));
      while (matcher.find()) {
        if (!matcher.group(1).startsWith(linked.toString())) {
          libraries.add(matcher.group(1));
        }
      }
    }
    return libraries;
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", command) + ": " + output);
    }
    return output;
  }

  /** The layers with run-time image and application. */
  List<Content> layers() {
    return layers;
  }

  /** An image that starts the application with arguments; it goes on top of {@link #layers}. */
  HandMadeImage running(String... arguments) {
    return command(arguments);
  }

  /** The same before there are layers. */
  static HandMadeImage command(String... arguments) {
    return new HandMadeImage()
        .container(
            container -> {
              ArrayNode entrypoint = container.putArray("Entrypoint");
              entrypoint.add("/opt/java/bin/java").add("-Xmx64m").add("-XX:+UseSerialGC");
              entrypoint.add("@/app/class-path").add("App");
              ArrayNode cmd = container.putArray("Cmd");
              Stream.of(arguments).forEach(cmd::add);
              container.putArray("Env").add("LEVEL=info").add("LD_PRELOAD=/app/x.so");
            });
  }
}
