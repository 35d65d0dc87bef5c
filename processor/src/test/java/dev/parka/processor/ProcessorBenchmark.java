package dev.parka.processor;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the processor adds to javac's own time: the same compilation without any, with one that does
 * no more than write a class, with Parka's, and with Parka's and all that it remembers of the
 * compilation before, in turns; as a process from its start to its end, and within a virtual
 * machine that has compiled before. Prints medians.
 */
final class ProcessorBenchmark {

  private static final double NANOS_PER_MILLI = 1e6;

  private enum Processor {
    NONE,
    SMALLEST,
    WITHOUT_CACHE,
    WITH_CACHE
  }

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

  /** Writes one class and looks at nothing, as no processor can do less that is of any use. */
  @SupportedAnnotationTypes("*")
  public static final class SmallestProcessor extends AbstractProcessor {

    private boolean isDone;

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!isDone) {
        isDone = true;
        try (Writer writer =
            processingEnv.getFiler().createSourceFile("smallest.Written").openWriter()) {
          writer.write("package smallest; final class Written {}");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }

  /** Compiles once and answers with the milliseconds that it took. */
  @FunctionalInterface
  private interface Compilation {
    double run(Processor processor) throws IOException, InterruptedException;
  }

  private void compare(String name, int rounds, Compilation compilation)
      throws IOException, InterruptedException {
    Map<Processor, double[]> millis = new EnumMap<>(Processor.class);
    for (Processor processor : Processor.values()) {
      millis.put(processor, new double[rounds]);
      // Fills the cache, and has the virtual machine compile what it will run.
      compilation.run(processor);
    }
    for (int i = 0; i < rounds; i++) {
      for (Processor processor : Processor.values()) {
        millis.get(processor)[i] = compilation.run(processor);
      }
    }
    double alone = median(millis.get(Processor.NONE));
    System.out.printf(Locale.ROOT, "%s: javac %.0f ms%n", name, alone);
    print("a processor that writes one class", millis.get(Processor.SMALLEST), alone);
    print("Parka's", millis.get(Processor.WITHOUT_CACHE), alone);
    print("Parka's with its cache", millis.get(Processor.WITH_CACHE), alone);
  }

  private static void print(String name, double[] millis, double alone) {
    double added = median(millis) - alone;
    System.out.printf(
        Locale.ROOT, "  %s adds %.0f ms (%.1f %%)%n", name, added, 100 * added / alone);
  }

  private List<String> arguments(Processor processor) throws IOException {
    Path output = Files.createTempDirectory(scratch, "classes");
    List<String> arguments = new ArrayList<>(List.of("-d", output.toString()));
    switch (processor) {
      case NONE -> arguments.add("-proc:none");
      case SMALLEST ->
          arguments.addAll(
              List.of(
                  "-processorpath",
                  System.getProperty("java.class.path"),
                  "-processor",
                  SmallestProcessor.class.getName()));
      case WITHOUT_CACHE -> arguments.addAll(List.of("-processorpath", processorPath));
      case WITH_CACHE ->
          arguments.addAll(
              List.of(
                  "-processorpath", processorPath, "-Aparka.cache=" + scratch.resolve("cache")));
    }
    arguments.addAll(common);
    return arguments;
  }

  private double process(Processor processor) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin/javac").toString());
    command.addAll(arguments(processor));
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

  private double inProcess(Processor processor) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    StringWriter log = new StringWriter();
    List<String> arguments = arguments(processor);
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
