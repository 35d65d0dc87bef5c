package dev.parka.spec;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.spec.ImageSpec.AttributeProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Parses attributes one by one and collects what is wrong with each. */
final class Attributes {

  private final List<AttributeProblem> problems = new ArrayList<>();

  /** Parses one value; empty if it was bad. */
  <T> Optional<T> parse(String attribute, Parser<T> parser) {
    return parse(attribute, OptionalInt.empty(), parser);
  }

  /** Parses each value of a list; bad ones are left out. */
  <S, T> List<T> parseAll(String attribute, List<S> values, Function<S, T> parser) {
    List<T> parsed = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      S value = values.get(i);
      parse(attribute, OptionalInt.of(i), () -> parser.apply(value)).ifPresent(parsed::add);
    }
    return parsed;
  }

  /** Adds what was found by other means. */
  void add(String attribute, OptionalInt index, Problem problem) {
    problems.add(new AttributeProblem(attribute, index, problem));
  }

  private <T> Optional<T> parse(String attribute, OptionalInt index, Parser<T> parser) {
    try {
      return Optional.of(parser.parse());
    } catch (ParkaException e) {
      e.problems().forEach(problem -> add(attribute, index, problem));
      return Optional.empty();
    }
  }

  boolean hasErrors() {
    return problems.stream().anyMatch(p -> p.problem().isError());
  }

  List<AttributeProblem> problems() {
    return problems;
  }

  /** Something that throws {@link ParkaException} on a bad value. */
  @FunctionalInterface
  interface Parser<T> {
    T parse();
  }
}
