package dev.parka.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a plane.
 *
 * @param left its distance from the left
 * @param top its distance from above
 * @param width how wide it is
 * @param height how high it is
 */
record Rectangle(double left, double top, double width, double height) {

  /** What is left of it when its edge is taken away. */
  Rectangle within(double edge, double above) {
    return new Rectangle(
        left + edge,
        top + above,
        Math.max(0, width - 2 * edge),
        Math.max(0, height - above - edge));
  }

  /**
   * Cuts it into parts whose areas are in proportion to some weights, each as square as can be:
   * "Squarified Treemaps" by Bruls, Huizing and van Wijk (2000).
   *
   * @param weights the largest first
   */
  List<Rectangle> cut(List<Long> weights) {
    double sum = weights.stream().mapToLong(Long::longValue).sum();
    double scale = sum == 0 ? 0 : width * height / sum;
    List<Rectangle> parts = new ArrayList<>();
    Rectangle free = this;
    int from = 0;
    while (from < weights.size()) {
      int to = from + 1;
      double side = Math.min(free.width, free.height);
      while (to < weights.size()
          && worst(weights.subList(from, to + 1), side, scale)
              <= worst(weights.subList(from, to), side, scale)) {
        to++;
      }
      free = free.row(weights.subList(from, to), scale, parts);
      from = to;
    }
    return parts;
  }

  /** The same, but that the last part is a strip at the right or at the bottom. */
  List<Rectangle> cutBesideLast(List<Long> weights) {
    int others = weights.size() - 1;
    double sum = weights.stream().mapToLong(Long::longValue).sum();
    double share = sum == 0 ? 0 : weights.get(others) / sum;
    boolean isWide = width >= height;
    double kept = (isWide ? width : height) * (1 - share);
    Rectangle first =
        isWide ? new Rectangle(left, top, kept, height) : new Rectangle(left, top, width, kept);
    List<Rectangle> parts = new ArrayList<>(first.cut(weights.subList(0, others)));
    parts.add(
        isWide
            ? new Rectangle(left + kept, top, width - kept, height)
            : new Rectangle(left, top + kept, width, height - kept));
    return parts;
  }

  /** How far the worst part of a row would be from a square. */
  private static double worst(List<Long> row, double side, double scale) {
    double area = scale * row.stream().mapToLong(Long::longValue).sum();
    double most = scale * row.get(0);
    double least = scale * row.get(row.size() - 1);
    return Math.max(side * side * most / (area * area), area * area / (side * side * least));
  }

  /** Lays a row along the shorter side; answers what is left. */
  private Rectangle row(List<Long> row, double scale, List<Rectangle> parts) {
    double area = scale * row.stream().mapToLong(Long::longValue).sum();
    boolean isColumn = width >= height;
    double side = isColumn ? height : width;
    double depth = side == 0 ? 0 : area / side;
    double at = 0;
    for (long weight : row) {
      double length = depth == 0 ? 0 : scale * weight / depth;
      parts.add(
          isColumn
              ? new Rectangle(left, top + at, depth, length)
              : new Rectangle(left + at, top, length, depth));
      at += length;
    }
    return isColumn
        ? new Rectangle(left + depth, top, Math.max(0, width - depth), height)
        : new Rectangle(left, top + depth, width, Math.max(0, height - depth));
  }
}
