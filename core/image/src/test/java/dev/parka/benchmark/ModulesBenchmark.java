package dev.parka.benchmark;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How long it takes to find the modules of applications: jdeps, the inference, and the inference
 * with what it remembers, in turns on this machine. First as commands, {@code jdeps} and {@code
 * parka-cli.jar modules}, from their start to their end; then in a virtual machine that has done
 * the same several times before.
 */
final class ModulesBenchmark {

  private static final int TURNS = 5;
  private static final int WARM_UP = 12;
  private static final List<String> WAYS = List.of("jdeps", "cold", "warm");

  /** Jars in one folder; the main class is empty where a manifest names it. */
  private record Application(String name, String classPath, String mainClass, long bytes) {}

  /** What one process printed. */
  private record Run(long micros, long kilobytes) {}

  private ModulesBenchmark() {}

  /**
   * Arguments: folders, each with the jars of one application. What follows a {@code =} is its main
   * class, where no manifest names one.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 0) {
      System.err.println("give folders, each with the jars of one application");
      System.exit(2);
    }
    Path cache = Files.createTempDirectory("parka-benchmark");
    System.out.printf(
        "%-22s %6s  %-8s %9s %9s %7s %9s %8s  %s%n",
        "application",
        "MB",
        "process",
        "jdeps ms",
        "cold ms",
        "ratio",
        "warm ms",
        "ratio",
        "peak MB");
    for (String folder : args) {
      String[] parts = folder.split("=", 2);
      List<Path> jars = jars(Path.of(parts[0]));
      Application application =
          new Application(
              Path.of(parts[0]).getFileName().toString(),
              jars.stream().map(Path::toString).collect(joining(":")),
              parts.length > 1 ? parts[1] : "",
              bytes(jars));
      // Fills the cache: for the command, and for the class path of this program.
      command("warm", application, cache);
      run("warm", 1, application, cache);
      row(application, "new", commands(application, cache));
      row(application, "warmed up", warmedUp(application, cache));
    }
  }

  /** Commands, in turns; what memory they take is seen in processes that do the same. */
  private static List<List<Run>> commands(Application application, Path cache)
      throws IOException, InterruptedException {
    List<List<Run>> runs = nothing();
    for (int way = 0; way < WAYS.size(); way++) {
      long kilobytes = run(WAYS.get(way), 1, application, cache).kilobytes();
      for (int turn = 0; turn < TURNS; turn++) {
        runs.get(way).add(new Run(0, kilobytes));
      }
    }
    for (int turn = 0; turn < TURNS; turn++) {
      for (int way = 0; way < WAYS.size(); way++) {
        long micros = command(WAYS.get(way), application, cache);
        runs.get(way).set(turn, new Run(micros, runs.get(way).get(turn).kilobytes()));
      }
    }
    return runs;
  }

  private static List<List<Run>> warmedUp(Application application, Path cache)
      throws IOException, InterruptedException {
    List<List<Run>> runs = nothing();
    for (int way = 0; way < WAYS.size(); way++) {
      runs.get(way).add(run(WAYS.get(way), WARM_UP, application, cache));
    }
    return runs;
  }

  private static List<List<Run>> nothing() {
    List<List<Run>> runs = new ArrayList<>();
    WAYS.forEach(way -> runs.add(new ArrayList<>()));
    return runs;
  }

  /** The microseconds from the start of a command to its end. */
  private static long command(String way, Application application, Path cache)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>();
    if (way.equals("jdeps")) {
      line.add(tool("jdeps"));
      line.addAll(Contender.jdeps(application.classPath()));
    } else {
      line.addAll(
          List.of(
              tool("java"),
              "-jar",
              commandLine(),
              "modules",
              "--class-path",
              application.classPath()));
      if (!application.mainClass().isEmpty()) {
        line.addAll(List.of("--main-class", application.mainClass()));
      }
      line.addAll(way.equals("cold") ? List.of("--no-cache") : List.of());
    }
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("PARKA_CACHE", cache.toString());
    long begin = System.nanoTime();
    int exit = builder.start().waitFor();
    long micros = (System.nanoTime() - begin) / 1000;
    if (exit != 0) {
      throw new IllegalStateException(line + " ended with " + exit);
    }
    return micros;
  }

  private static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  /** The one jar on the class path. */
  private static String commandLine() {
    return Arrays.stream(System.getProperty("java.class.path").split(":", -1))
        .filter(entry -> entry.endsWith(".jar"))
        .findFirst()
        .orElseThrow();
  }

  private static void row(Application application, String process, List<List<Run>> runs) {
    double jdeps = median(runs.get(0));
    double cold = median(runs.get(1));
    double warm = median(runs.get(2));
    System.out.printf(
        Locale.ROOT,
        "%-22s %6.1f  %-9s %8.0f %9.0f %6.1fx %9.1f %7.0fx  %d, %d, %d%n",
        application.name(),
        application.bytes() / 1e6,
        process,
        jdeps / 1e3,
        cold / 1e3,
        jdeps / cold,
        warm / 1e3,
        jdeps / warm,
        peak(runs.get(0)),
        peak(runs.get(1)),
        peak(runs.get(2)));
  }

  /** One process; of several times in it the median of the last half. */
  private static Run run(String way, int times, Application application, Path cache)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            tool("java"),
            "-cp",
            System.getProperty("java.class.path"),
            Contender.class.getName(),
            way,
            String.valueOf(times),
            application.classPath(),
            application.mainClass());
    builder.environment().put("PARKA_CACHE", cache.toString());
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String line =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(way + " ended with " + process.exitValue());
    }
    long[] numbers = Arrays.stream(line.split(" ", -1)).mapToLong(Long::parseLong).toArray();
    long[] last = Arrays.copyOfRange(numbers, times / 2, times);
    Arrays.sort(last);
    return new Run(last[last.length / 2], numbers[times]);
  }

  private static double median(List<Run> runs) {
    long[] micros = runs.stream().mapToLong(Run::micros).sorted().toArray();
    return micros[micros.length / 2];
  }

  private static long peak(List<Run> runs) {
    return runs.stream().mapToLong(Run::kilobytes).max().orElse(0) / 1000;
  }

  private static long bytes(List<Path> jars) throws IOException {
    long bytes = 0;
    for (Path jar : jars) {
      bytes += Files.size(jar);
    }
    return bytes;
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
