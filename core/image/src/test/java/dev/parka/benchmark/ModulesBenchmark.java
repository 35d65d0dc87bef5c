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
 * with what it remembers, in turns on this machine. Each in a virtual machine that was just
 * started, and again in one that has done the same several times before.
 */
final class ModulesBenchmark {

  private static final int TURNS = 5;
  private static final int WARM_UP = 12;
  private static final List<String> WAYS = List.of("jdeps", "cold", "warm");

  /** What one process printed. */
  private record Run(long micros, long kilobytes) {}

  private ModulesBenchmark() {}

  /** Arguments: folders, each with the jars of one application. */
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
      String classPath = jars(Path.of(folder)).stream().map(Path::toString).collect(joining(":"));
      run("warm", 1, classPath, cache);
      row(folder, "new", classPath, cache, 1);
      row(folder, "warmed up", classPath, cache, WARM_UP);
    }
  }

  private static void row(String folder, String process, String classPath, Path cache, int times)
      throws IOException, InterruptedException {
    List<List<Run>> runs = new ArrayList<>();
    WAYS.forEach(way -> runs.add(new ArrayList<>()));
    for (int turn = 0; turn < (times == 1 ? TURNS : 1); turn++) {
      for (int way = 0; way < WAYS.size(); way++) {
        runs.get(way).add(run(WAYS.get(way), times, classPath, cache));
      }
    }
    double jdeps = median(runs.get(0));
    double cold = median(runs.get(1));
    double warm = median(runs.get(2));
    long bytes = 0;
    for (Path jar : jars(Path.of(folder))) {
      bytes += Files.size(jar);
    }
    System.out.printf(
        Locale.ROOT,
        "%-22s %6.1f  %-9s %8.0f %9.0f %6.1fx %9.1f %7.0fx  %d, %d, %d%n",
        Path.of(folder).getFileName(),
        bytes / 1e6,
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
  private static Run run(String way, int times, String classPath, Path cache)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Contender.class.getName(),
            way,
            String.valueOf(times),
            classPath);
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

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }
}
