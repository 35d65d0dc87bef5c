package dev.parka.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.modules.InferenceLevel;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.runtime.modules.ModuleInference;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import dev.parka.runtime.trace.TraceMode;
import dev.parka.spec.ImageSpec;
import dev.parka.spec.TestDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleSearchTest {

  private static final ModuleName NAMING = new ModuleName("java.naming");
  private static final ModuleName PREFS = new ModuleName("java.prefs");

  private static final ImageSpec SPEC =
      ImageSpec.from(TestDescriptor.bare().with("addModules", List.of("java.prefs")).build());

  private final List<InferenceRequest> requests = new ArrayList<>();

  /** Finds what is asked for, and java.sql where there is a main class. */
  private final ModuleInference inference =
      application -> {
        InferenceRequest request = application.request();
        requests.add(request);
        TreeMap<ModuleName, List<Reason>> found = new TreeMap<>();
        found.put(ModuleName.JAVA_BASE, List.of(new Reason("needed")));
        request.wishes().addModules().forEach(m -> found.put(m, List.of(new Reason("asked"))));
        request
            .mainClass()
            .ifPresent(main -> found.put(new ModuleName("java.sql"), List.of(new Reason("used"))));
        return new RootModules(found, List.of());
      };

  @TempDir private Path folder;

  @Test
  void asksTheInferenceForWhatTheSpecificationSays() {
    ChosenModules chosen = find(ModuleChoice.DEFAULT.withLevel(InferenceLevel.SAFE));

    assertThat(chosen.modules().names()).hasToString("[java.base, java.prefs, java.sql]");
    assertThat(chosen.comparison()).isEmpty();
    assertThat(requests)
        .containsExactly(
            new InferenceRequest(
                Jdk.running(),
                List.of(),
                requests.get(0).mainClass(),
                SPEC.wishes(),
                InferenceLevel.SAFE));
    assertThat(requests.get(0).mainClass()).contains(SPEC.application().mainClass());
  }

  @Test
  void hasOneDefault() {
    find(ModuleChoice.DEFAULT);

    assertThat(requests.get(0).level())
        .isEqualTo(InferenceLevel.DEFAULT)
        .isEqualTo(InferenceLevel.REACHABLE);
  }

  @Test
  void addsWhatRunsLoadedAndComparesWithWhatWasInferred() throws IOException {
    ChosenModules chosen = find(ModuleChoice.DEFAULT.withTraces(List.of(log())));

    assertThat(chosen.modules().names())
        .hasToString("[java.base, java.naming, java.prefs, java.sql]");
    assertThat(chosen.comparison())
        .hasValueSatisfying(
            comparison ->
                assertThat(comparison.loadedNotListed().keySet()).isEqualTo(Set.of(NAMING)));
  }

  @Test
  void keepsWhatIsAskedForWhereRunsAreTheList() throws IOException {
    ChosenModules chosen =
        find(ModuleChoice.DEFAULT.withTraces(List.of(log())).withMode(TraceMode.TRACE_ONLY));

    assertThat(chosen.modules().names()).hasToString("[java.base, java.naming, java.prefs]");
    assertThat(chosen.modules().reasons().get(PREFS)).hasToString("[asked]");
    assertThat(chosen.modules().leftOut()).hasToString("{java.sql=[used]}");
  }

  private ChosenModules find(ModuleChoice choice) {
    return ModuleSearch.of(inference, Optional.empty(), choice)
        .find(Jdk.running(), List.of(), SPEC);
  }

  private Path log() throws IOException {
    return Files.writeString(
        folder.resolve("run.log"),
        """
        java.lang.Object source: jrt:/java.base
        javax.naming.Context source: jrt:/java.naming
        """);
  }
}
