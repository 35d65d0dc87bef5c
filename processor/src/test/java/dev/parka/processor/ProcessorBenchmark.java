package dev.parka.processor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the processor adds to javac's own time: the same compilation without it and with it, in
 * turns; as a process from its start to its end, and within a virtual machine that has compiled
 * before. Prints medians.
 */
final class ProcessorBenchmark {

  private static final double NANOS_PER_MILLI = 1e6;

  private final Path scratch;
  private final List<String> common;
  private final String processorPath;

  private ProcessorBenchmark(Path scratch, Path sources, String classPath, String processorPath)
      throws IOException {
    this.scratch = scratch;
    this.processorPath = processorPath;
    this.common = new ArrayList<>(List.of("-nowarn", "-classpath", classPath));
    try (Stream<Path> files = Files.walk(sources)) {
      files.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().forEach(common::add);
    }
  }

  /**
   * Takes the number of rounds, the directory of the sources, their class path and that of the
   * processor.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    ProcessorBenchmark benchmark =
        new ProcessorBenchmark(
            Files.createTempDirectory("processor"), Path.of(args[1]), args[2], args[3]);
    int rounds = Integer.parseInt(args[0]);
    System.out.printf(
        Locale.ROOT,
        "%d jars on the class path, %d rounds%n",
        args[2].split(File.pathSeparator).length,
        rounds);
    benchmark.compare("processes", rounds, benchmark::process);
    benchmark.compare("in one virtual machine", rounds, benchmark::inProcess);
  }

  /** Compiles once and answers with the milliseconds that it took. */
  @FunctionalInterface
  private interface Compilation {
    double run(boolean withProcessor) throws IOException, InterruptedException;
  }

  private void compare(String name, int rounds, Compilation compilation)
      throws IOException, InterruptedException {
    double first = compilation.run(true) - compilation.run(false);
    double[] without = new double[rounds];
    double[] with = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      without[i] = compilation.run(false);
      with[i] = compilation.run(true);
    }
    double alone = median(without);
    double added = median(with) - alone;
    System.out.printf(
        Locale.ROOT,
        "%s: javac %.0f ms, the processor adds %.0f ms (%.0f %%); the first time %.0f ms%n",
        name,
        alone,
        added,
        100 * added / alone,
        first);
  }

  private List<String> arguments(boolean withProcessor) throws IOException {
    Path output = Files.createTempDirectory(scratch, "classes");
    List<String> arguments = new ArrayList<>(List.of("-d", output.toString()));
    arguments.addAll(
        withProcessor ? List.of("-processorpath", processorPath) : List.of("-proc:none"));
    arguments.addAll(common);
    return arguments;
  }

  private double process(boolean withProcessor) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/javac").toString());
    command.addAll(arguments(withProcessor));
    Path log = scratch.resolve("log");
    long begin = System.nanoTime();
    Process javac =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    int exitCode = javac.waitFor();
    double millis = (System.nanoTime() - begin) / NANOS_PER_MILLI;
    if (exitCode != 0) {
      throw new IOException(Files.readString(log));
    }
    return millis;
  }

  private double inProcess(boolean withProcessor) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter log = new StringWriter();
    List<String> arguments = arguments(withProcessor);
    List<String> files = arguments.stream().filter(a -> a.endsWith(".java")).toList();
    arguments.removeAll(files);
    long begin = System.nanoTime();
    try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
      var units = manager.getJavaFileObjectsFromStrings(files);
      if (!javac.getTask(log, manager, null, arguments, null, units).call()) {
        throw new IOException(log.toString());
      }
    }
    return (System.nanoTime() - begin) / NANOS_PER_MILLI;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
