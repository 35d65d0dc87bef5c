package dev.parka.processor;

import dev.parka.annotations.ContainerImage;
import dev.parka.annotations.ImageDescriptor;
import dev.parka.lock.ImageLock;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.modules.ModuleInference;
import dev.parka.spec.SpecReading;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** The annotated classes of one compilation, from the first round to the files that are written. */
final class AnnotatedMains {

  private final ProcessingEnvironment environment;
  private final Elements elements;
  private final Reporter reporter;
  private final MainChecks checks;
  private final HandleWriter handles;

  /** Qualified names, since elements change from round to round; sorted, as all that follows. */
  private final SortedSet<String> waiting = new TreeSet<>();

  private final SortedMap<String, PlacedSpec> ready = new TreeMap<>();
  private Optional<ProcessorOptions> options = Optional.empty();
  private final boolean isListening;
  private boolean optionsAreRead;
  private boolean failed;

  /**
   * Prepares for the rounds.
   *
   * @param isListening whether {@link #finish} will be called, as javac alone makes possible
   */
  AnnotatedMains(ProcessingEnvironment environment, Reporter reporter, boolean isListening) {
    this.environment = environment;
    this.elements = environment.getElementUtils();
    this.reporter = reporter;
    this.isListening = isListening;
    this.checks = new MainChecks(environment);
    this.handles = new HandleWriter(environment.getFiler(), elements);
  }

  /** Looks at what is new in a round, and again at what was waiting for other processors. */
  void round(RoundEnvironment round) {
    failed |= round.errorRaised();
    handles.see(round.getRootElements());
    for (TypeElement type :
        ElementFilter.typesIn(round.getElementsAnnotatedWith(ContainerImage.class))) {
      waiting.add(type.getQualifiedName().toString());
    }
    if (round.processingOver()) {
      // The compiler says itself what it misses of those that still wait.
      return;
    }
    for (String name : new TreeSet<>(waiting)) {
      AnnotatedMain.find(elements, name)
          .filter(main -> main.isResolved(environment.getTypeUtils()))
          .ifPresent(
              main -> {
                waiting.remove(name);
                read(name, main);
              });
    }
  }

  private void read(String name, AnnotatedMain main) {
    readOptions();
    ImageDescriptor descriptor = main.descriptor();
    SpecReading reading = checks.read(main, descriptor);
    ImageLock lock = options.map(given -> given.context().images().lock()).orElse(ImageLock.EMPTY);
    reading.problems().stream()
        .filter(found -> !lock.settles(found.problem(), descriptor.base()))
        .forEach(problem -> reporter.report(problem, main));
    // Even of a bad annotation, lest code that uses the handle adds errors of its own.
    handles.write(main, descriptor).ifPresent(problem -> reporter.report(problem, main));
    reading.spec().ifPresent(spec -> ready.put(name, new PlacedSpec(spec, place(name, main))));
  }

  private void readOptions() {
    if (!optionsAreRead) {
      optionsAreRead = true;
      try {
        options = Optional.of(OptionsReader.read(environment.getOptions()));
      } catch (ParkaException e) {
        e.problems().forEach(reporter::report);
      }
    }
  }

  private Place place(String name, AnnotatedMain main) {
    // Elsewhere the annotation is looked up again: a later round has other objects.
    return isListening
        ? JavacPlace.of(environment, main)
        : problem ->
            reporter.annotationOf(AnnotatedMain.find(elements, name).orElse(main)).report(problem);
  }

  /** Says that nothing will be written, where the compiler cannot be listened to. */
  void giveUp() {
    ready.values().forEach(main -> main.place().report(NoClassFiles.told(main.mainClass())));
  }

  /** Writes what is made from class files, unless there were errors, which were told. */
  void finish(CompiledClasses classes, ModuleInference inference) {
    if (failed || classes.isCutShort() || options.isEmpty()) {
      return;
    }
    ImageRecipes recipes =
        new ImageRecipes(
            new CompilerFiles(environment.getFiler(), elements),
            inference,
            options.get().forMains(ready.size()),
            classes);
    ready.forEach((name, main) -> recipes.write(elements.getTypeElement(name), main));
  }
}
