package dev.parka.processor;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.runtime.Problem;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.ImageSpec.AttributeProblem;
import dev.parka.spec.SpecReader;
import dev.parka.spec.SpecReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;

/** Everything that can be said of an annotated class before there are class files. */
final class MainChecks {

  private final LaunchableMain launchable;
  private final int sourceVersion;

  MainChecks(ProcessingEnvironment environment) {
    this.launchable =
        new LaunchableMain(
            new MainMethods(environment.getElementUtils(), environment.getTypeUtils()));
    this.sourceVersion = feature(environment.getSourceVersion());
  }

  /** Reads a descriptor and looks at the class that it names. */
  SpecReading read(AnnotatedMain main, ImageDescriptor descriptor) {
    SpecReading reading = SpecReader.read(descriptor);
    List<AttributeProblem> problems = new ArrayList<>();
    int javaVersion = javaVersion(reading, descriptor);
    launchable
        .check(main.type(), main.binaryName(), javaVersion)
        .map(problem -> new AttributeProblem("mainClass", OptionalInt.empty(), problem))
        .ifPresent(problems::add);
    if (sourceVersion > javaVersion) {
      problems.add(tooNew(javaVersion));
    }
    Optional<ImageSpec> spec = problems.isEmpty() ? reading.spec() : Optional.empty();
    problems.addAll(reading.problems());
    return new SpecReading(spec, problems);
  }

  /** {@code RELEASE_17} is 17; a method that says so came with 18. */
  private static int feature(SourceVersion version) {
    return Integer.parseInt(version.name().substring("RELEASE_".length()));
  }

  /** The version that runs the application; that of the compiler where none is named. */
  private static int javaVersion(SpecReading reading, ImageDescriptor descriptor) {
    boolean bad = reading.problems().stream().anyMatch(p -> p.attribute().equals("javaVersion"));
    return bad || descriptor.javaVersion() == 0
        ? Runtime.version().feature()
        : descriptor.javaVersion();
  }

  private AttributeProblem tooNew(int javaVersion) {
    return new AttributeProblem(
        "javaVersion",
        OptionalInt.empty(),
        new Problem(
            ProcessorProblem.CLASS_FILES_TOO_NEW,
            "the class files are for Java " + sourceVersion + ", the image has Java " + javaVersion,
            "compile with --release " + javaVersion + ", or raise javaVersion"));
  }
}
