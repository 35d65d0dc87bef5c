package dev.parka.cli;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.image.HandleLoader;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.spec.ImageSpec;
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
    ClassName mainClass = application.requireMainClass(classPath);
    ImageDescriptor annotated = HandleLoader.load(classPath, mainClass).orElse(mainClass::value);
    SpecReading reading = SpecReader.read(new MergedDescriptor(annotated, options));
    Warnings.print(reading.warnings(), err);
    return reading.orThrow();
  }
}
