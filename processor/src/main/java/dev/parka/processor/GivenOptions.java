package dev.parka.processor;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The {@code -A} options as they were given, and all that is wrong with them. */
final class GivenOptions {

  private final Map<String, String> options;
  private final List<Problem> problems = new ArrayList<>();

  GivenOptions(Map<String, String> options) {
    this.options = options;
  }

  /** {@code -Aname} without a value is the same as {@code -Aname=}. */
  Optional<String> value(String name) {
    return options.containsKey(name)
        ? Optional.of(Optional.ofNullable(options.get(name)).orElse(""))
        : Optional.empty();
  }

  /** What a parser makes of an option; empty where it is not given, or bad. */
  <T> Optional<T> parse(String name, Function<String, T> parser) {
    try {
      return value(name).map(parser);
    } catch (ParkaException e) {
      e.problems().forEach(problem -> bad(name, problem.fact(), problem.fix()));
      return Optional.empty();
    }
  }

  void bad(String name, String fact, String fix) {
    problems.add(
        new Problem(ProcessorProblem.BAD_OPTION, "-A" + name + " cannot be used: " + fact, fix));
  }

  /** Remembers what was found elsewhere. */
  void bad(List<Problem> found) {
    problems.addAll(found);
  }

  /**
   * Ends here if anything is wrong.
   *
   * @throws ParkaException with all of it
   */
  void requireGood() {
    if (!problems.isEmpty()) {
      throw new ParkaException(problems);
    }
  }
}
