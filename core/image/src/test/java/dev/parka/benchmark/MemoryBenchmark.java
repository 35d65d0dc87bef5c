package dev.parka.benchmark;

import dev.parka.image.TestApplication;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/**
 * Measures how much memory a build takes whose class path is small, and one whose class path is
 * large: layers are streams, so that the size of an image should not show. Takes {@code
 * parka-cli.jar}, a directory to work in, what the virtual machine may have ({@code 64m}) and the
 * megabytes of each class path. The run-time image is linked by a first build, which does not
 * count.
 */
public final class MemoryBenchmark {

  private static final int MEGABYTE = 1_000_000;
  private static final int JAR_MEGABYTES = 20;

  private final Path cli;
  private final Path directory;
  private final String heap;
  private final Path application;

  private MemoryBenchmark(Path cli, Path directory, String heap) throws IOException {
    this.cli = cli;
    this.directory = Files.createDirectories(directory);
    this.heap = heap;
    Path classes =
        TestApplication.compile(
            directory,
            "com/acme/App.java",
            "package com.acme; public class App { public static void main(String[] a) {} }");
    this.application = TestApplication.jar(classes, directory.resolve("app.jar"), "com.acme.App");
  }

  /** Measures. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    MemoryBenchmark benchmark =
        new MemoryBenchmark(Path.of(arguments[0]), Path.of(arguments[1]), arguments[2]);
    benchmark.build(List.of(benchmark.application), "512m");
    for (int i = 3; i < arguments.length; i++) {
      int megabytes = Integer.parseInt(arguments[i]);
      Child build = benchmark.build(benchmark.classPath(megabytes), benchmark.heap);
      System.out.printf(
          Locale.ROOT,
          "class path of %4d MB, heap %s: %.0f MB at most, %.1f s, exit code %d%n",
          megabytes,
          benchmark.heap,
          build.kilobytes() / 1e3,
          build.millis() / 1e3,
          build.exitCode());
    }
  }

  private List<Path> classPath(int megabytes) throws IOException {
    List<Path> jars = new ArrayList<>(List.of(application));
    for (int i = 0; i < megabytes / JAR_MEGABYTES; i++) {
      jars.add(jar(directory.resolve("noise-" + i + ".jar"), i));
    }
    return jars;
  }

  /** A jar of bytes that cannot be compressed. */
  private static Path jar(Path jar, int seed) throws IOException {
    Random random = new Random(seed);
    byte[] noise = new byte[MEGABYTE];
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out)) {
      for (int i = 0; i < JAR_MEGABYTES; i++) {
        random.nextBytes(noise);
        zip.putNextEntry(new ZipEntry("noise/" + seed + "/" + i));
        zip.write(noise);
        zip.closeEntry();
      }
    }
    return jar;
  }

  private Child build(List<Path> classPath, String most) throws IOException, InterruptedException {
    Path log = directory.resolve("log");
    Child build =
        Child.of(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx" + most,
                "-jar",
                cli.toString(),
                "build",
                "--class-path",
                String.join(":", classPath.stream().map(Path::toString).toList()),
                "--main-class=com.acme.App",
                "--output=" + directory.resolve("app.tar")),
            Map.of("PARKA_CACHE", directory.resolve("cache").toString()),
            log);
    build.requireGood(log);
    return build;
  }
}
