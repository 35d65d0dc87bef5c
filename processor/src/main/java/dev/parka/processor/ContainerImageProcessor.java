package dev.parka.processor;

import com.google.auto.service.AutoService;
import dev.parka.annotations.ContainerImage;
import dev.parka.runtime.modules.ModuleInference;
import dev.parka.runtime.modules.ReferenceInference;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Makes a Dockerfile, a list of modules and a typed handle of every class that is annotated with
 * {@link ContainerImage}. Options, all of them optional:
 *
 * <ul>
 *   <li>{@code -Aparka.jdkImage=<reference>}: the image whose JDK links the run-time image
 *   <li>{@code -Aparka.jar=<path>}: the application's jar in the build context
 *   <li>{@code -Aparka.lib=<path>}: the directory of the jars it depends on in the build context;
 *       an empty value says that there is none
 *   <li>{@code -Aparka.executableJar}: that jar is one of Spring Boot's, to be taken apart
 *   <li>{@code -Aparka.etcSsl}: the image has CA certificates for what is not Java
 *   <li>{@code -Aparka.classpath=<list or @file>}: what the application needs at run time only
 *   <li>{@code -Aparka.cache=<path>}: where to remember from one compilation to the next which
 *       modules and jars were found; without it, nowhere
 *   <li>{@code -Aparka.directory=<path>}: where Dockerfile and list of modules are checked in, to
 *       be held against what is generated
 *   <li>{@code -Aparka.drift=fail|warn|update}: what happens if they are not the same; by default
 *       {@code fail}
 * </ul>
 */
@AutoService(Processor.class)
public final class ContainerImageProcessor extends AbstractProcessor {

  private final ModuleInference inference;
  private @Nullable AnnotatedMains mains;
  private boolean listening;

  /** For compilers, which find it by name. */
  public ContainerImageProcessor() {
    this(new ReferenceInference());
  }

  ContainerImageProcessor(ModuleInference inference) {
    this.inference = inference;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(ContainerImage.class.getName());
  }

  @Override
  public Set<String> getSupportedOptions() {
    return ProcessorOptions.NAMES;
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public synchronized void init(ProcessingEnvironment environment) {
    super.init(environment);
    Reporter reporter = new Reporter(environment.getMessager());
    guarded(
        reporter,
        () -> {
          listening = listen(environment, reporter);
          mains = new AnnotatedMains(environment, reporter, listening);
        });
  }

  private boolean listen(ProcessingEnvironment environment, Reporter reporter) {
    try {
      AfterCompilation.listen(environment, step -> guarded(reporter, step), this::finish);
      return true;
    } catch (IllegalArgumentException | LinkageError e) {
      return false;
    }
  }

  private void finish(CompiledClasses classes) {
    AnnotatedMains current = mains;
    if (current != null) {
      current.finish(classes, inference);
    }
  }

  /**
   * Claims nothing, although {@code -Xlint:processing} complains of annotations that nobody claims:
   * when all are claimed, javac does not start the processors that are still to come.
   */
  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    AnnotatedMains current = mains;
    if (current != null) {
      guarded(
          new Reporter(processingEnv.getMessager()),
          () -> {
            current.round(round);
            if (round.processingOver() && !listening) {
              current.giveUp();
            }
          });
    }
    return false;
  }

  /** Nothing escapes: javac would print a stack trace and blame itself. */
  private static void guarded(Reporter reporter, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      reporter.reportFault(e);
    }
  }
}
