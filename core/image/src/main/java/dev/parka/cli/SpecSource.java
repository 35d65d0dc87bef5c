package dev.parka.cli;

import dev.parka.annotations.ImageDescriptor;
import dev.parka.image.HandleLoader;
import dev.parka.lock.ImageLock;
import dev.parka.runtime.Problem;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassPath;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.SpecProblem;
import dev.parka.spec.SpecReader;
import dev.parka.spec.SpecReading;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Makes the specification of what the annotation, if there is one, and the options say. */
final class SpecSource {

  private SpecSource() {}

  /**
   * Reads both and tells of warnings.
   *
   * @throws ParkaException with every bad value, or [NoMainClassNamed]
   */
  static ImageSpec read(
      ClassPath classPath,
      ClassPathOptions application,
      ModulePathOptions modular,
      ImageOptions options,
      ImageLock lock,
      PrintWriter err) {
    ImageDescriptor wanted = wanted(classPath, application, modular, options);
    return read(wanted, warning -> !lock.settles(warning, wanted.base()), err);
  }

  /** The same for a build, which looks into the lock before it warns of a base without digest. */
  static ImageSpec readForBuild(
      ClassPath classPath,
      ClassPathOptions application,
      ModulePathOptions modular,
      ImageOptions options,
      PrintWriter err) {
    return read(
        wanted(classPath, application, modular, options),
        warning -> warning.id() != SpecProblem.UNPINNED_BASE,
        err);
  }

  private static ImageDescriptor wanted(
      ClassPath classPath,
      ClassPathOptions application,
      ModulePathOptions modular,
      ImageOptions options) {
    ClassName mainClass =
        modular.launchedClass().orElseGet(() -> application.requireStartedClass(classPath));
    List<Path> entries = new ArrayList<>(classPath.entries());
    entries.addAll(modular.path().entries());
    return descriptor(ClassPath.of(entries), mainClass, options);
  }

  private static ImageSpec read(
      ImageDescriptor wanted, Predicate<Problem> isTold, PrintWriter err) {
    SpecReading reading = SpecReader.read(wanted);
    Warnings.print(reading.warnings().stream().filter(isTold).toList(), err);
    return reading.orThrow();
  }

  private static ImageDescriptor descriptor(
      ClassPath classPath, ClassName mainClass, ImageOptions options) {
    ImageDescriptor annotated = HandleLoader.load(classPath, mainClass).orElse(mainClass::value);
    return new MergedDescriptor(annotated, options);
  }
}
