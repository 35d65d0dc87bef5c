package dev.parka.cli;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.image.HandleLoader;
import dev.parka.lock.ImageLock;
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
    return read(classPath, application, options, ImageLock.EMPTY, err);
  }

  /** The same, where a base that the lock pins needs no warning. */
  static ImageSpec read(
      ClassPath classPath,
      ClassPathOptions application,
      ImageOptions options,
      ImageLock lock,
      PrintWriter err) {
    ClassName mainClass = application.requireMainClass(classPath);
    ImageDescriptor annotated = HandleLoader.load(classPath, mainClass).orElse(mainClass::value);
    ImageDescriptor merged = new MergedDescriptor(annotated, options);
    SpecReading reading = SpecReader.read(merged);
    boolean isPinned = lock.digests().containsKey(merged.base());
    Warnings.print(
        reading.warnings().stream()
            .filter(warning -> !(isPinned && warning.id() == SpecProblem.UNPINNED_BASE))
            .toList(),
        err);
    return reading.orThrow();
  }
}
