package dev.parka.benchmark;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.link.JlinkOptions;
import dev.parka.runtime.link.LinkPlan;
import dev.parka.runtime.link.Linker;
import dev.parka.runtime.link.RuntimeImage;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.startup.ArchiveKind;
import dev.parka.runtime.startup.ArchiveSource;
import dev.parka.runtime.startup.ArchivedApplication;
import dev.parka.runtime.startup.PlacedJar;
import dev.parka.runtime.startup.StartupArchive;
import dev.parka.runtime.startup.StartupArchiver;
import dev.parka.runtime.startup.StartupPlan;
import dev.parka.runtime.startup.Training;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.strip.StripPlan;
import dev.parka.runtime.tree.ImagePath;
import dev.parka.runtime.tree.Removal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How long a server takes to its first answered request, the whole process: on the full JDK, in a
 * linked run-time image, and with each kind of archive; in turns on this machine. The server reads
 * its port from the variable {@code PORT}.
 */
final class StartupBenchmark {

  private static final String PORT = "18473";
  private static final String DEEP = "root" + "/deep".repeat(16);

  private final Path directory;
  private final Jdk jdk;
  private final String mainClass;
  private final String path;
  private final List<String> flags;
  private final List<Path> classPath;

  private StartupBenchmark(Path directory, String[] args) {
    this.directory = directory;
    this.jdk = Jdk.at(Path.of(args[1]));
    this.mainClass = args[3];
    this.path = args[4];
    this.flags = Arrays.stream(args[5].split(" ")).filter(flag -> !flag.isEmpty()).toList();
    this.classPath = Arrays.stream(args[6].split(":")).map(Path::of).toList();
  }

  /** One way to start, and what it took each time. */
  private record Way(List<String> command, Path home, long size, List<Double> millis) {}

  /** Arguments: rounds, JDK, modules, main class, path to ask for, JVM flags, class path. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 7) {
      System.err.println("give rounds, JDK, modules, main class, path, 'JVM flags' and class path");
      System.exit(2);
    }
    Path directory = Files.createTempDirectory("parka-benchmark");
    try {
      StartupBenchmark benchmark = new StartupBenchmark(directory, args);
      benchmark.measure(benchmark.ways(args[2]), Integer.parseInt(args[0]));
    } finally {
      Removal.of(directory);
    }
  }

  private Map<String, Way> ways(String modules) throws IOException {
    List<ModuleName> roots = Arrays.stream(modules.split(",")).map(ModuleName::new).toList();
    // As an image with a default archive has it: the JVM needs its list of classes to make one.
    LinkPlan plan =
        new LinkPlan(jdk, JlinkOptions.of(roots))
            .withStrips(StripPlan.DEFAULT.keeping(StripKind.CLASS_LIST));
    RuntimeImage linked = new Linker().link(plan, directory.resolve("runtime"));
    Map<String, Way> ways = new LinkedHashMap<>();
    ways.put("full JDK", way(jdk.home(), List.of(), classPath, directory, 0));
    ways.put("linked, no archive", way(linked.home(), List.of(), classPath, directory, 0));
    for (ArchiveKind kind : ArchiveKind.values()) {
      if (kind != ArchiveKind.AOT_CACHE || jdk.featureVersion() >= 24) {
        Path place = Files.createDirectory(directory.resolve(kind.name()));
        List<PlacedJar> jars = placed();
        StartupArchive archive = new StartupArchiver().archive(plan(kind, linked, jars), place);
        System.out.println(archive.summary() + ", " + archive.digest());
        String flag = kind == ArchiveKind.AOT_CACHE ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=";
        List<Path> staged =
            jars.stream().map(jar -> place.resolve("root").resolve(jar.path().relative())).toList();
        ways.put(
            kind.name(),
            way(
                linked.home(),
                List.of(flag + archive.file()),
                staged,
                place.resolve(DEEP),
                Files.size(archive.file())));
      }
    }
    return ways;
  }

  private List<PlacedJar> placed() {
    List<PlacedJar> jars = new ArrayList<>();
    for (Path jar : classPath) {
      jars.add(new PlacedJar(new ImagePath("/app/" + jar.getFileName()), jar));
    }
    return jars;
  }

  private StartupPlan plan(ArchiveKind kind, RuntimeImage linked, List<PlacedJar> jars) {
    return new StartupPlan(
        kind,
        linked,
        new ArchivedApplication(
            jars,
            Instant.parse("1980-01-01T00:00:00Z"),
            mainClass,
            flags,
            new ArchivedApplication.MainProcess(List.of(), new TreeMap<>(), new ImagePath("/app"))),
        new ArchiveSource.Trained(Training.http(Integer.parseInt(PORT), path).with("PORT", PORT)),
        StartupPlan.Keeping.NOTHING);
  }

  private Way way(Path home, List<String> more, List<Path> jars, Path in, long size) {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
    command.addAll(flags);
    command.addAll(more);
    command.add("-cp");
    command.add(String.join(":", jars.stream().map(Path::toString).toList()));
    command.add(mainClass);
    return new Way(command, in, size, new ArrayList<>());
  }

  private void measure(Map<String, Way> ways, int rounds) throws IOException, InterruptedException {
    for (int round = 0; round <= rounds; round++) {
      for (Way way : ways.values()) {
        double millis = start(way);
        // The first round fills the machine's caches.
        if (round > 0) {
          way.millis().add(millis);
        }
      }
    }
    List<Double> base = ways.get("full JDK").millis();
    System.out.printf(Locale.ROOT, "%-20s %10s %8s %7s%n", "", "archive", "median", "ratio");
    for (Map.Entry<String, Way> way : ways.entrySet()) {
      List<Double> millis = way.getValue().millis();
      List<Double> ratios = new ArrayList<>();
      for (int i = 0; i < millis.size(); i++) {
        ratios.add(millis.get(i) / base.get(i));
      }
      System.out.printf(
          Locale.ROOT,
          "%-20s %10d %5.0f ms %7.2f%n",
          way.getKey(),
          way.getValue().size(),
          median(millis),
          median(ratios));
    }
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private double start(Way way) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(way.command())
            .directory(way.home().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("PORT", PORT);
    long start = System.nanoTime();
    Process process = builder.start();
    try {
      while (!answers()) {
        if (!process.isAlive()) {
          throw new IOException("ended: " + way.command());
        }
        Thread.sleep(1);
      }
      return (System.nanoTime() - start) / 1e6;
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(PORT))) {
      OutputStream out = socket.getOutputStream();
      out.write(
          ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII));
      out.flush();
      InputStream in = socket.getInputStream();
      return in.read() == 'H';
    } catch (IOException e) {
      return false;
    }
  }
}
