package dev.parka.runtime.modules;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Infers the modules from whatever any class of the class path refers to, reached or not, and from
 * what the user says. Two steps: class files are read to {@link ClassReferences}, then each rule
 * looks at all of them.
 */
public final class ReferenceInference implements ModuleInference {

  private static final List<ModuleRule> RULES =
      List.of(
          new ClassReferenceRule(),
          new ServiceFileRule(),
          new StringConstantRule(),
          new JvmFlagRule(),
          new WishRule());

  /** Has no state: one is as good as another. */
  public ReferenceInference() {}

  @Override
  public RootModules infer(InferenceRequest request) {
    SourceReader reader = new SourceReader(request.jdk().featureVersion());
    request.sources().forEach(reader::read);
    List<Problem> errors = new ArrayList<>(reader.errors());
    request
        .mainClass()
        .flatMap(main -> missing(main, reader.contents()))
        .filter(problem -> reader.errors().isEmpty())
        .ifPresent(errors::add);
    try (ModuleCatalog catalog = ModuleCatalog.open(request.jdk())) {
      Evidence evidence =
          new Evidence(catalog, reader.contents(), request.mainClass(), request.wishes());
      Findings findings = new Findings();
      RULES.forEach(rule -> rule.apply(evidence, findings));
      SortedMap<ModuleName, List<Reason>> staying = Exclusions.apply(evidence, findings);
      errors.addAll(findings.problems());
      if (!errors.isEmpty()) {
        throw new ParkaException(errors);
      }
      return new RootModules(staying, reader.warnings());
    }
  }

  private static Optional<Problem> missing(ClassName main, List<SourceContents> contents) {
    TreeSet<String> known = new TreeSet<>();
    contents.forEach(source -> known.addAll(source.classNames()));
    if (known.contains(main.value())) {
      return Optional.empty();
    }
    return Optional.of(
        new Problem(
            RuntimeProblem.NO_MAIN_CLASS,
            "the main class " + Printable.of(main.value()) + " is nowhere on the class path",
            NearMisses.question(main.value(), known, "add the jar or the directory that has it")));
  }
}
