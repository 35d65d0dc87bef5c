package dev.parka.processor;

import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.spec.ImageSpec.AttributeProblem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationValue;
import javax.tools.Diagnostic;

/** Shows problems where they are: at the value, at the annotation or at the class. */
final class Reporter {

  private final Messager messager;

  Reporter(Messager messager) {
    this.messager = messager;
  }

  /** Of no place in the source. */
  void report(Problem problem) {
    messager.printMessage(kind(problem), problem.toString());
  }

  /** Of an annotated class as a whole. */
  void report(Problem problem, AnnotatedMain main) {
    messager.printMessage(kind(problem), problem.toString(), main.type());
  }

  /** Of the annotation of a class; a place for as long as the compiler knows elements. */
  Place annotationOf(AnnotatedMain main) {
    return problem ->
        messager.printMessage(kind(problem), problem.toString(), main.type(), main.annotation());
  }

  /** Of one value of an annotation, or of the annotation where the value is a default. */
  void report(AttributeProblem problem, AnnotatedMain main) {
    String attribute = problem.attribute();
    if (attribute.equals("mainClass")) {
      report(problem.problem(), main);
      return;
    }
    Optional<AnnotationValue> value = main.value(attribute, problem.index());
    if (value.isPresent()) {
      messager.printMessage(
          kind(problem.problem()),
          problem.problem().toString(),
          main.type(),
          main.annotation(),
          value.get());
    } else {
      annotationOf(main).report(problem.problem());
    }
  }

  /** Of a fault of our own: one error for users, and a stack trace for whoever reads the report. */
  void reportFault(Throwable fault) {
    report(
        new Problem(
            ProcessorProblem.INTERNAL_ERROR,
            "Parka failed with " + Printable.of(fault.toString()),
            "this is a fault of Parka, please report it with the stack trace below"));
    StringWriter trace = new StringWriter();
    fault.printStackTrace(new PrintWriter(trace));
    messager.printMessage(Diagnostic.Kind.NOTE, trace.toString());
  }

  /** How the compiler calls a problem of this severity. */
  static Diagnostic.Kind kind(Problem problem) {
    return problem.isError() ? Diagnostic.Kind.ERROR : Diagnostic.Kind.WARNING;
  }
}
