package dev.parka.processor;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.util.Optional;
import java.util.function.Consumer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.util.Elements;

/** Tells when class files exist. The one class that knows javac; other compilers do not load it. */
final class AfterCompilation implements TaskListener {

  private final Elements elements;
  private final CompiledClasses classes = new CompiledClasses();
  private final Consumer<Runnable> guard;
  private final Consumer<CompiledClasses> then;

  private AfterCompilation(
      Elements elements, Consumer<Runnable> guard, Consumer<CompiledClasses> then) {
    this.elements = elements;
    this.guard = guard;
    this.then = then;
  }

  /**
   * Calls back when the compilation is finished, with or without errors.
   *
   * @param guard runs every step, and keeps what it throws from the compiler
   * @throws IllegalArgumentException if the environment is not javac's own
   * @throws LinkageError if the compiler is not javac
   */
  static void listen(
      ProcessingEnvironment environment, Consumer<Runnable> guard, Consumer<CompiledClasses> then) {
    JavacTask.instance(environment)
        .addTaskListener(new AfterCompilation(environment.getElementUtils(), guard, then));
  }

  @Override
  public void started(TaskEvent event) {
    guard.accept(
        () -> {
          if (event.getKind() == TaskEvent.Kind.ANALYZE) {
            name(event).ifPresent(classes::analyzed);
          }
        });
  }

  @Override
  public void finished(TaskEvent event) {
    guard.accept(
        () -> {
          if (event.getKind() == TaskEvent.Kind.GENERATE) {
            name(event).ifPresent(classes::written);
          }
          if (event.getKind() == TaskEvent.Kind.COMPILATION) {
            then.accept(classes);
          }
        });
  }

  private Optional<String> name(TaskEvent event) {
    return Optional.ofNullable(event.getTypeElement())
        .map(type -> elements.getBinaryName(type).toString());
  }
}
