package dev.parka.report;

import dev.parka.report.Weight.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A field of the map, and a line of the table beside it: a part of the image, or several that are
 * too light to be shown apart.
 *
 * @param number tells it from all others of the page
 * @param weight what it weighs
 * @param cells what it is made of, as far as that is shown
 */
record Cell(int number, Weight weight, List<Cell> cells) {

  /** So much of an image is worth a field. */
  private static final double LEAST_SHARE = 0.002;

  /** So much is worth being taken apart. */
  private static final double LEAST_WHOLE = 0.015;

  Cell {
    cells = List.copyOf(cells);
  }

  /** Whether it is shown as more than one. */
  boolean isWhole() {
    return !cells.isEmpty();
  }

  /** Whether it stands for several parts. */
  boolean isRest() {
    return weight.kind() == Kind.REST;
  }

  /** The layers of an image. */
  static List<Cell> of(Anatomy image) {
    AtomicInteger numbers = new AtomicInteger();
    double all = Math.max(1, image.storedSize());
    List<Cell> layers = new ArrayList<>();
    for (Anatomy.WeighedLayer layer : image.layers()) {
      layers.add(of(layer.weight(), all, numbers));
    }
    return layers;
  }

  private static Cell of(Weight weight, double all, AtomicInteger numbers) {
    int number = numbers.incrementAndGet();
    boolean isLayer = weight.kind() == Kind.LAYER;
    if (weight.parts().isEmpty() || (!isLayer && weight.stored() / all < LEAST_WHOLE)) {
      return new Cell(number, weight, List.of());
    }
    List<Cell> cells = new ArrayList<>();
    List<Weight> light = new ArrayList<>();
    for (Weight part : weight.parts()) {
      if (part.stored() / all >= LEAST_SHARE) {
        cells.add(of(part, all, numbers));
      } else {
        light.add(part);
      }
    }
    if (light.size() == 1 || (cells.isEmpty() && light.size() <= 3)) {
      light.forEach(part -> cells.add(of(part, all, numbers)));
    } else if (!light.isEmpty()) {
      cells.add(new Cell(numbers.incrementAndGet(), together(light), List.of()));
    }
    return new Cell(number, weight, cells);
  }

  private static Weight together(List<Weight> light) {
    return new Weight(
        light.size() + " more",
        Kind.REST,
        light.stream().mapToLong(Weight::stored).sum(),
        light.stream().mapToLong(Weight::unpacked).sum(),
        List.of());
  }
}
