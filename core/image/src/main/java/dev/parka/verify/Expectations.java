package dev.parka.verify;

import dev.parka.verify.compare.ImageContents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is asked of an image beside what is asked of all.
 *
 * @param budget how large it may be
 * @param memory bytes of memory that a container of it will have
 * @param previous the image before, than which it should be no larger
 * @param twin an image that has to behave as it does, such as one that an engine built from the
 *     Dockerfile
 * @param references whether what code refers to is looked up, which takes longer than all else
 * @param suppressions what is known
 */
public record Expectations(
    SizeBudget budget,
    OptionalLong memory,
    Optional<ImageContents> previous,
    Optional<ImageContents> twin,
    boolean references,
    List<Suppression> suppressions) {

  /** Nothing beside what is asked of all. */
  public static final Expectations NONE =
      new Expectations(
          SizeBudget.NONE,
          OptionalLong.empty(),
          Optional.empty(),
          Optional.empty(),
          false,
          List.of());

  /** Copies the list. */
  public Expectations {
    suppressions = List.copyOf(suppressions);
  }

  /** The same with a budget. */
  public Expectations within(SizeBudget wanted) {
    return new Expectations(wanted, memory, previous, twin, references, suppressions);
  }

  /** The same for containers with so many bytes of memory. */
  public Expectations inMemory(long bytes) {
    return new Expectations(
        budget, OptionalLong.of(bytes), previous, twin, references, suppressions);
  }

  /** The same with an image that came before. */
  public Expectations after(ImageContents before) {
    return new Expectations(budget, memory, Optional.of(before), twin, references, suppressions);
  }

  /** The same with an image that behaves alike. */
  public Expectations like(ImageContents other) {
    return new Expectations(budget, memory, previous, Optional.of(other), references, suppressions);
  }

  /** The same with references looked up, or not. */
  public Expectations withReferences(boolean wanted) {
    return new Expectations(budget, memory, previous, twin, wanted, suppressions);
  }

  /** The same with one more thing that is known. */
  public Expectations suppressing(Suppression known) {
    List<Suppression> more = new ArrayList<>(suppressions);
    more.add(known);
    return new Expectations(budget, memory, previous, twin, references, more);
  }
}
