package dev.parka.spec;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.spec.ImageSpec.AttributeProblem;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a descriptor.
 *
 * @param spec the specification; empty if there was an error
 * @param problems every error and warning, in the order of the attributes
 */
public record SpecReading(Optional<ImageSpec> spec, List<AttributeProblem> problems) {

  /** Copies the list. */
  public SpecReading {
    problems = List.copyOf(problems);
  }

  /** The warnings. */
  public List<Problem> warnings() {
    return problems.stream().map(AttributeProblem::problem).filter(p -> !p.isError()).toList();
  }

  /**
   * The specification.
   *
   * @throws ParkaException with every error, if there was one
   */
  public ImageSpec orThrow() {
    return spec.orElseThrow(
        () ->
            new ParkaException(
                problems.stream()
                    .map(AttributeProblem::problem)
                    .filter(Problem::isError)
                    .toList()));
  }
}
