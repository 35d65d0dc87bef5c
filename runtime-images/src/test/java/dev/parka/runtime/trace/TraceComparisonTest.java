package dev.parka.runtime.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class TraceComparisonTest {

  private static final ModuleCatalog CATALOG = Catalogs.running();

  private static final RootModules LISTED =
      listed("java.base", "java.desktop", "java.naming", "java.sql");

  private static final Trace TRACE =
      trace(
          "java.base java.lang.Object",
          "java.logging java.util.logging.Logger",
          "java.rmi java.rmi.Remote",
          "java.sql java.sql.Driver",
          "jdk.localedata d.A d.B d.C d.D d.E");

  @AfterAll
  static void close() {
    CATALOG.close();
  }

  @Test
  void showsBothDifferences() {
    assertThat(TraceComparison.of(LISTED, TRACE, CATALOG).render())
        .isEqualTo(
            """
            loaded in the recorded run, and not listed:
              java.rmi: java.rmi.Remote
              jdk.localedata: d.A, d.B, d.C and 2 more
            listed, and no class of it loaded in the recorded run:
              java.desktop: com.acme.App uses java.desktop and 1 more
              java.naming: com.acme.App uses java.naming and 1 more
            """);
  }

  @Test
  void saysThatThereIsNone() {
    TraceComparison comparison =
        TraceComparison.of(listed("java.base"), trace("java.base java.lang.Object"), CATALOG);

    assertThat(comparison.isEmpty()).isTrue();
    assertThat(comparison.render())
        .isEqualTo("the recorded run loaded classes of every listed module, and of no other\n");
  }

  @Test
  void neverMissesJavaBase() {
    assertThat(
            TraceComparison.of(listed("java.base"), trace("java.sql java.sql.Driver"), CATALOG)
                .listedNeverLoaded())
        .isEmpty();
  }

  @Test
  void unionAddsWhatWasLoaded() {
    RootModules union = TraceMode.UNION.apply(LISTED, TRACE, CATALOG, Set.of());

    assertThat(union.names())
        .hasToString("[java.base, java.desktop, java.naming, java.rmi, java.sql, jdk.localedata]");
    assertThat(union.reasons().get(new ModuleName("java.rmi")))
        .hasToString("[a recorded run loaded java.rmi.Remote]");
    assertThat(union.reasons().get(new ModuleName("java.sql")))
        .isEqualTo(LISTED.reasons().get(new ModuleName("java.sql")));
  }

  @Test
  void traceOnlyTakesWhatWasLoadedAndWhatIsKept() {
    RootModules traced =
        TraceMode.TRACE_ONLY.apply(
            LISTED,
            TRACE,
            CATALOG,
            Set.of(new ModuleName("java.naming"), new ModuleName("java.prefs")));

    assertThat(traced.names())
        .hasToString("[java.base, java.logging, java.naming, java.rmi, java.sql, jdk.localedata]");
    assertThat(traced.reasons().get(new ModuleName("java.sql")))
        .hasToString(
            "[a recorded run loaded java.sql.Driver, com.acme.App uses java.sql, perhaps: and so does"
                + " another]");
    assertThat(traced.reasons().get(new ModuleName("java.naming")))
        .isEqualTo(LISTED.reasons().get(new ModuleName("java.naming")));
  }

  @Test
  void tellsWhatIsLeftOutNow() {
    SortedMap<ModuleName, List<Reason>> leftOut = new TreeMap<>();
    leftOut.put(new ModuleName("java.rmi"), List.of(new Reason("a name", true)));
    leftOut.put(new ModuleName("jdk.jfr"), List.of(new Reason("another", true)));
    RootModules some = new RootModules(LISTED.reasons(), leftOut, List.of());

    assertThat(TraceMode.UNION.apply(some, TRACE, CATALOG, Set.of()).leftOut())
        .hasToString("{jdk.jfr=[perhaps: another]}");
    assertThat(TraceMode.TRACE_ONLY.apply(some, TRACE, CATALOG, Set.of()).leftOut().keySet())
        .hasToString("[java.desktop, java.naming, jdk.jfr]");
  }

  private static RootModules listed(String... modules) {
    SortedMap<ModuleName, List<Reason>> reasons = new TreeMap<>();
    for (String module : modules) {
      reasons.put(
          new ModuleName(module),
          List.of(
              new Reason("com.acme.App uses " + module), new Reason("and so does another", true)));
    }
    return new RootModules(reasons, List.of());
  }

  private static Trace trace(String... lines) {
    SortedMap<ModuleName, SortedSet<String>> classes = new TreeMap<>();
    for (String line : lines) {
      List<String> words = Arrays.asList(line.split(" ", -1));
      classes.put(new ModuleName(words.get(0)), new TreeSet<>(words.subList(1, words.size())));
    }
    return new Trace(classes, Optional.empty());
  }
}
