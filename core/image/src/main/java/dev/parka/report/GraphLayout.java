package dev.parka.report;

import dev.parka.runtime.modules.ModuleGraph;
import dev.parka.runtime.modules.ModuleName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where the modules of a graph are drawn: each above all that it requires, {@code java.base} at the
 * bottom. A rank that is too wide goes on in a further row.
 *
 * @param width how wide the drawing is
 * @param height how high
 * @param nodes where each module lies
 */
record GraphLayout(double width, double height, SortedMap<ModuleName, Rectangle> nodes) {

  private static final double LETTER = 7.4;
  private static final double PADDING = 22;
  private static final double NODE = 30;
  private static final double GAP = 14;
  private static final double BETWEEN_RANKS = 44;
  private static final double MARGIN = 4;
  private static final int SWEEPS = 4;

  static GraphLayout of(ModuleGraph reduced, double width) {
    List<List<ModuleName>> ranks = order(reduced, ranks(reduced));
    SortedMap<ModuleName, Rectangle> nodes = new TreeMap<>();
    double top = MARGIN;
    for (List<ModuleName> rank : ranks) {
      for (List<ModuleName> row : rows(rank, width)) {
        double left = (width - rowWidth(row)) / 2;
        for (ModuleName module : row) {
          nodes.put(module, new Rectangle(left, top, nodeWidth(module), NODE));
          left += nodeWidth(module) + GAP;
        }
        top += NODE + GAP;
      }
      top += BETWEEN_RANKS - GAP;
    }
    return new GraphLayout(width, Math.max(0, top - BETWEEN_RANKS + MARGIN), nodes);
  }

  /** The highest rank first; what a cycle holds comes to lie where the search for it ends. */
  private static List<List<ModuleName>> ranks(ModuleGraph graph) {
    Map<ModuleName, Integer> ranks = new HashMap<>();
    graph.names().forEach(module -> ranks.put(module, 0));
    boolean changed = true;
    for (int round = 0; changed && round < graph.names().size(); round++) {
      changed = false;
      for (ModuleName module : graph.names()) {
        for (ModuleName required : graph.requiredBy(module)) {
          int rank = ranks.getOrDefault(required, 0) + 1;
          if (rank > ranks.getOrDefault(module, 0) && rank < graph.names().size()) {
            ranks.put(module, rank);
            changed = true;
          }
        }
      }
    }
    SortedMap<Integer, List<ModuleName>> sorted = new TreeMap<>(Comparator.reverseOrder());
    graph
        .names()
        .forEach(
            module ->
                sorted
                    .computeIfAbsent(ranks.getOrDefault(module, 0), rank -> new ArrayList<>())
                    .add(module));
    return new ArrayList<>(sorted.values());
  }

  /** Brings modules near to those that they require, and that require them. */
  private static List<List<ModuleName>> order(ModuleGraph graph, List<List<ModuleName>> ranks) {
    Map<ModuleName, Double> places = new HashMap<>();
    ranks.forEach(rank -> place(rank, places));
    for (int sweep = 0; sweep < SWEEPS; sweep++) {
      for (List<ModuleName> rank : ranks) {
        Map<ModuleName, Double> wanted = new HashMap<>();
        for (ModuleName module : rank) {
          List<ModuleName> near = new ArrayList<>(graph.requiredBy(module));
          near.addAll(graph.requiring(module));
          wanted.put(
              module,
              near.stream()
                  .mapToDouble(other -> places.getOrDefault(other, 0.0))
                  .average()
                  .orElse(places.getOrDefault(module, 0.0)));
        }
        rank.sort(
            Comparator.comparingDouble((ModuleName module) -> wanted.getOrDefault(module, 0.0))
                .thenComparing(Comparator.naturalOrder()));
        place(rank, places);
      }
    }
    return ranks;
  }

  private static void place(List<ModuleName> rank, Map<ModuleName, Double> places) {
    for (int i = 0; i < rank.size(); i++) {
      places.put(rank.get(i), (i + 1.0) / (rank.size() + 1));
    }
  }

  private static List<List<ModuleName>> rows(List<ModuleName> rank, double width) {
    List<List<ModuleName>> rows = new ArrayList<>();
    for (ModuleName module : rank) {
      List<ModuleName> last = rows.isEmpty() ? List.of() : rows.get(rows.size() - 1);
      if (!last.isEmpty() && rowWidth(last) + GAP + nodeWidth(module) <= width - 2 * MARGIN) {
        last.add(module);
      } else {
        rows.add(new ArrayList<>(List.of(module)));
      }
    }
    return rows;
  }

  private static double rowWidth(List<ModuleName> row) {
    return row.stream().mapToDouble(GraphLayout::nodeWidth).sum() + GAP * (row.size() - 1);
  }

  private static double nodeWidth(ModuleName module) {
    return module.value().length() * LETTER + PADDING;
  }
}
