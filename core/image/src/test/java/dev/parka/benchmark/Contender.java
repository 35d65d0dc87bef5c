package dev.parka.benchmark;

import dev.parka.image.MainClassFinder;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.CachedInference;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.runtime.modules.ModuleInference;
import dev.parka.runtime.modules.ReferenceInference;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.spi.ToolProvider;

/**
 * Finds the modules of one class path in one way, so many times in this process, and prints the
 * microseconds of each time and the most memory in kilobytes that the process had.
 */
final class Contender {

  private Contender() {}

  /** Arguments: {@code jdeps}, {@code cold} or {@code warm}; how often; class path; main class. */
  public static void main(String[] args) throws IOException {
    ClassPath classPath = ClassPath.parse(args[2]);
    Optional<ClassName> main =
        args[3].isEmpty() ? MainClassFinder.find(classPath) : Optional.of(new ClassName(args[3]));
    Runnable way =
        switch (args[0]) {
          case "jdeps" -> () -> jdeps(classPath);
          case "cold" -> () -> infer(new ReferenceInference(), classPath, main);
          default -> warm(classPath, main);
        };
    StringBuilder line = new StringBuilder();
    for (int i = Integer.parseInt(args[1]); i > 0; i--) {
      long begin = System.nanoTime();
      way.run();
      line.append((System.nanoTime() - begin) / 1000).append(' ');
    }
    System.out.println(line.append(peak()));
  }

  private static Runnable warm(ClassPath classPath, Optional<ClassName> main) {
    UserCache cache = UserCache.ofThisUser().orElseThrow();
    return () -> infer(new CachedInference(new ReferenceInference(), cache), classPath, main);
  }

  private static void infer(
      ModuleInference inference, ClassPath classPath, Optional<ClassName> main) {
    inference.infer(
        new InferenceRequest(
            Jdk.running(), classPath.sources(), main, InferenceRequest.Wishes.NONE));
  }

  /**
   * What jdeps is asked: it takes one jar for the application, and the others for what it needs.
   */
  static List<String> jdeps(String classPath) {
    return List.of(
        "--print-module-deps",
        "--ignore-missing-deps",
        "--multi-release",
        "17",
        "-cp",
        classPath,
        classPath.split(":", 2)[0]);
  }

  private static void jdeps(ClassPath classPath) {
    String list = String.join(":", classPath.entries().stream().map(Path::toString).toList());
    PrintStream nowhere =
        new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    int exit =
        ToolProvider.findFirst("jdeps")
            .orElseThrow()
            .run(nowhere, nowhere, jdeps(list).toArray(String[]::new));
    if (exit != 0) {
      throw new IllegalStateException("jdeps ended with " + exit);
    }
  }

  private static String peak() {
    try {
      List<String> status = Files.readAllLines(Path.of("/proc/self/status"));
      return status.stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.replaceAll("\\D", ""))
          .findFirst()
          .orElse("0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
