package dev.parka.benchmark;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.image.BuiltImage;
import dev.parka.image.ContainerImages;
import dev.parka.runtime.classes.ClassPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Builds in one JVM, as tests and build tools do: both libraries by their API, in turns, after
 * rounds that do not count.
 */
final class WarmBuilds {

  private static final int UNCOUNTED = 10;
  static final String PARKA = "ContainerImages";
  private static final String JIB = "jib-core in one JVM";

  private WarmBuilds() {}

  /** Arguments: rounds, directory of the workload, libraries, main class, base, its layers. */
  public static void main(String[] args) throws Exception {
    ImageWorkload workload = new ImageWorkload(Path.of(args[1]), Path.of(args[2]), args[3]);
    Set<String> base = Set.of(args[5].split(","));
    BuildTimes times = new BuildTimes();
    for (int round = 0; round < UNCOUNTED + Integer.parseInt(args[0]); round++) {
      for (BuildCase what : BuildCase.values()) {
        workload.prepare(what, base, List.of(PARKA, JIB));
        double ours = millis(() -> parka(workload));
        double theirs = millis(() -> jib(workload, args[4]));
        if (round >= UNCOUNTED) {
          times.add(what, PARKA, ours, 0);
          times.add(what, JIB, theirs, 0);
        }
      }
    }
    times.print(List.of(PARKA), List.of(JIB));
  }

  private interface Build {
    void run() throws Exception;
  }

  private static double millis(Build build) throws Exception {
    long start = System.nanoTime();
    build.run();
    return (System.nanoTime() - start) / 1e6;
  }

  private static void parka(ImageWorkload workload) {
    ImageDescriptor descriptor = workload::mainClass;
    try (BuiltImage image =
        ContainerImages.of(descriptor).classPath(ClassPath.parse(workload.classPath())).build()) {
      image.toOciTar(workload.directory().resolve("warm-parka.tar"));
    }
  }

  private static void jib(ImageWorkload workload, String base) throws Exception {
    Path caches = Files.createDirectories(workload.caches(JIB));
    JibContender.main(
        new String[] {
          base,
          workload.classes().toString(),
          workload.libraries().toString(),
          workload.mainClass(),
          caches.toString(),
          workload.directory().resolve("warm-jib.tar").toString()
        });
  }
}
