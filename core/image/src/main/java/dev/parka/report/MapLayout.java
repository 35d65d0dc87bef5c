package dev.parka.report;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/**
 * Where the fields of the map lie, as rules of the style sheet. Lengths are in the height of the
 * root element's letters, so that headings keep their room whatever size of letters a reader wants.
 *
 * @param width how wide the map is taken to be
 * @param height how high it is
 */
record MapLayout(double width, double height) {

  /** On a screen that is wider than high. */
  static final MapLayout WIDE = new MapLayout(66, 36);

  /** On a phone. */
  static final MapLayout TALL = new MapLayout(22, 46);

  private static final double HEADING = 1.55;
  private static final double EDGE = 0.15;
  private static final double LEAST_HEIGHT = 3;
  private static final double LEAST_WIDTH = 4;
  private static final double ALL = 100;

  /**
   * The rules.
   *
   * @param prefix what selects the map
   * @param layers what lies in it
   * @param measure what makes fields large
   */
  String rules(String prefix, List<Cell> layers, ToLongFunction<Weight> measure) {
    StringBuilder rules = new StringBuilder();
    lay(prefix, layers, measure, new Rectangle(0, 0, width, height), rules);
    return rules.toString();
  }

  private void lay(
      String prefix,
      List<Cell> cells,
      ToLongFunction<Weight> measure,
      Rectangle room,
      StringBuilder rules) {
    List<Cell> shown =
        cells.stream()
            .filter(cell -> measure.applyAsLong(cell.weight()) > 0)
            .sorted(
                Comparator.comparing(Cell::isRest)
                    .thenComparingLong(cell -> -measure.applyAsLong(cell.weight()))
                    .thenComparing(Cell::number))
            .toList();
    List<Long> weights = shown.stream().map(cell -> measure.applyAsLong(cell.weight())).toList();
    boolean hasRest = shown.size() > 1 && shown.get(shown.size() - 1).isRest();
    List<Rectangle> places = hasRest ? room.cutBesideLast(weights) : room.cut(weights);
    for (int i = 0; i < shown.size(); i++) {
      Rectangle place = places.get(i);
      rules.append(rule(prefix, shown.get(i), place));
      boolean isHeaded = place.height() > LEAST_HEIGHT && place.width() > LEAST_WIDTH;
      lay(
          prefix,
          shown.get(i).cells(),
          measure,
          place.within(EDGE, isHeaded ? HEADING : EDGE),
          rules);
    }
  }

  private String rule(String prefix, Cell cell, Rectangle place) {
    return String.format(
        Locale.ROOT,
        "%s#c%d{left:%.2f%%;top:%.2f%%;width:%.2f%%;height:%.2f%%}\n",
        prefix,
        cell.number(),
        ALL * place.left() / width,
        ALL * place.top() / height,
        ALL * place.width() / width,
        ALL * place.height() / height);
  }
}
