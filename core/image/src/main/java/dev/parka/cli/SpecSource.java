package dev.parka.cli;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.image.HandleLoader;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.SpecProblem;
import dev.parka.spec.SpecReader;
import dev.parka.spec.SpecReading;
import java.io.PrintWriter;

/** Makes the specification of what the annotation, if there is one, and the options say. */
final class SpecSource {

  private SpecSource() {}

  /**
   * Reads both and tells of warnings.
   *
   * @throws ParkaException with every bad value, or [NoMainClassNamed]
   */
  static ImageSpec read(
      ClassPath classPath, ClassPathOptions application, ImageOptions options, PrintWriter err) {
    SpecReading reading = read(classPath, application, options);
    Warnings.print(reading.warnings(), err);
    return reading.orThrow();
  }

  /** The same for a build, which looks into the lock before it warns of a base without digest. */
  static ImageSpec readForBuild(
      ClassPath classPath, ClassPathOptions application, ImageOptions options, PrintWriter err) {
    SpecReading reading = read(classPath, application, options);
    Warnings.print(
        reading.warnings().stream()
            .filter(warning -> warning.id() != SpecProblem.UNPINNED_BASE)
            .toList(),
        err);
    return reading.orThrow();
  }

  private static SpecReading read(
      ClassPath classPath, ClassPathOptions application, ImageOptions options) {
    ClassName mainClass = application.requireMainClass(classPath);
    ImageDescriptor annotated = HandleLoader.load(classPath, mainClass).orElse(mainClass::value);
    return SpecReader.read(new MergedDescriptor(annotated, options));
  }
}
