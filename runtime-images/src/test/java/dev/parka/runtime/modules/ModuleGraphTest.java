package dev.parka.runtime.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ModuleGraphTest {

  private static final ModuleGraph GRAPH =
      graph(
          "java.base",
          "java.logging java.base",
          "java.sql java.base java.logging java.xml",
          "java.sql.rowset java.base java.logging java.sql",
          "java.xml java.base");

  @Test
  void leavesOutWhatALongerWayMakesNeedless() {
    assertThat(GRAPH.reduced())
        .isEqualTo(
            graph(
                "java.base",
                "java.logging java.base",
                "java.sql java.logging java.xml",
                "java.sql.rowset java.sql",
                "java.xml java.base"));
  }

  @Test
  void findsTheShortestWayFromEachModule() {
    assertThat(GRAPH.chains(GRAPH.names(), new ModuleName("java.xml")))
        .extracting(Object::toString)
        .containsExactly("[java.sql, java.xml]", "[java.sql.rowset, java.sql, java.xml]");
    assertThat(GRAPH.chains(GRAPH.names(), new ModuleName("java.sql.rowset"))).isEmpty();
  }

  @Test
  void knowsWhatNoneRequires() {
    assertThat(GRAPH.tops()).extracting(ModuleName::value).containsExactly("java.sql.rowset");
    assertThat(GRAPH.requiring(new ModuleName("java.logging")))
        .extracting(ModuleName::value)
        .containsExactly("java.sql", "java.sql.rowset");
    assertThat(GRAPH.requiredBy(new ModuleName("java.desktop"))).isEmpty();
  }

  @Test
  void mindsNoCycle() {
    ModuleGraph cycle = graph("a b", "b c", "c a d", "d");

    assertThat(cycle.reduced()).isEqualTo(cycle);
    assertThat(cycle.chains(cycle.names(), new ModuleName("d"))).hasSize(3);
  }

  @Test
  void leavesOutWhatIsNoDescriptor() {
    assertThat(ModuleGraph.of(List.of(new byte[0], new byte[100]))).isEqualTo(ModuleGraph.NONE);
  }

  /** Each line has a module and what it requires. */
  private static ModuleGraph graph(String... lines) {
    SortedMap<ModuleName, SortedSet<ModuleName>> requires = new TreeMap<>();
    for (String line : lines) {
      List<ModuleName> names = Arrays.stream(line.split(" ", -1)).map(ModuleName::new).toList();
      requires.put(names.get(0), new TreeSet<>(names.subList(1, names.size())));
    }
    return new ModuleGraph(requires);
  }
}
