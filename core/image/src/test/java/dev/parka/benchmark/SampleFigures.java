package dev.parka.benchmark;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.image.BuiltImage;
import dev.parka.image.ContainerImages;
import dev.parka.image.HandleLoader;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.runtime.classes.ModulePath;
import dev.parka.verify.VerificationReport;
import dev.parka.verify.boot.BootPlan;
import dev.parka.verify.boot.BootResult;
import dev.parka.verify.boot.Probe;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the images of the samples weigh, which modules they have and how long they take to do what
 * they are for: the table of the README. Each is built, verified and started three times, of which
 * the median counts.
 */
final class SampleFigures {

  private static final double MEGABYTE = 1e6;
  private static final double SECOND = 1000;
  private static final int BOOTS = 3;

  /**
   * A sample.
   *
   * @param directory below the samples
   * @param what what it is, and how its image is asked for
   * @param mainClass what its image runs
   * @param jar in the directory's {@code target}
   * @param probe what it must do
   */
  private record Sample(String directory, String what, String mainClass, String jar, Probe probe) {}

  private static final List<Sample> SAMPLES =
      List.of(
          new Sample(
              "petstore",
              "`jdk.httpserver`, annotated",
              "com.example.petstore.PetStore",
              "petstore.jar",
              new Probe.Http(8080, "/health")),
          new Sample(
              "spring-web",
              "Spring Boot, annotated",
              "com.example.springweb.Greetings",
              "spring-web.jar",
              new Probe.Http(8080, "/greeting")),
          new Sample(
              "spring-jpa",
              "Spring Boot, JPA and H2: an executable jar, command line",
              "com.example.springjpa.Library",
              "spring-jpa.jar",
              new Probe.Http(8080, "/books")),
          new Sample(
              "micronaut",
              "Micronaut on Netty, annotated",
              "com.example.micronaut.Weather",
              "micronaut.jar",
              new Probe.Http(8080, "/weather")),
          new Sample(
              "kotlin",
              "Kotlin with its reflection, command line",
              "com.example.kotlin.NotesKt",
              "notes.jar",
              new Probe.Http(8080, "/notes")),
          new Sample(
              "modular/server",
              "three modules on the module path, command line",
              "com.example.modular.server.GreetingServer",
              "server.jar",
              new Probe.Http(8080, "/en/world")),
          new Sample(
              "picocli",
              "a command that exits, annotated",
              "com.example.count.Count",
              "count.jar",
              new Probe.Exit(0)));

  private SampleFigures() {}

  /** Takes the directory of the samples, which are packaged, and the names of some, or of none. */
  public static void main(String[] arguments) {
    Path samples = Path.of(arguments[0]);
    System.out.println(
        "| sample | what it is | on the wire | unpacked | modules | to its first answer |");
    System.out.println("| --- | --- | ---: | ---: | ---: | ---: |");
    List<String> named = List.of(arguments).subList(1, arguments.length);
    for (Sample sample : SAMPLES) {
      if (!named.isEmpty() && !named.contains(sample.directory())) {
        continue;
      }
      Path target = samples.resolve(sample.directory()).resolve("target");
      try (BuiltImage image = wanted(sample, target).build()) {
        System.out.printf(
            Locale.ROOT,
            "| `%s` | %s | %.1f MB | %.1f MB | %d | %.2f s |%n",
            sample.directory(),
            sample.what(),
            image.image().storedSize() / MEGABYTE,
            image.image().unpackedSize() / MEGABYTE,
            image.modules().size(),
            booted(image, sample) / SECOND);
      }
    }
  }

  private static ContainerImages wanted(Sample sample, Path target) {
    Path jar = target.resolve(sample.jar());
    Path lib = target.resolve("lib");
    if (sample.directory().startsWith("modular/")) {
      return ContainerImages.of(sample::mainClass).modulePath(new ModulePath(List.of(jar, lib)));
    }
    ClassPath classPath = ClassPath.of(List.of(jar)).withManifestEntries();
    ImageDescriptor plain = sample::mainClass;
    return ContainerImages.of(
            HandleLoader.load(classPath, new ClassName(sample.mainClass())).orElse(plain))
        .classPath(classPath);
  }

  /** The median, in milliseconds. */
  private static long booted(BuiltImage image, Sample sample) {
    BootPlan plan =
        BootPlan.DEFAULT
            .withProbe(sample.probe())
            .within(Duration.ofMinutes(3), Duration.ofSeconds(30));
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < BOOTS; i++) {
      VerificationReport report = image.verify(plan);
      if (!report.findings().isEmpty()) {
        throw new IllegalStateException(sample.directory() + ": " + report.renderVerdict());
      }
      BootResult boot = report.boot().orElseThrow();
      times.add(boot.run().answeredAfter().orElseThrow().toMillis());
    }
    times.sort(null);
    return times.get(BOOTS / 2);
  }
}
