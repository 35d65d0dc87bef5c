package dev.parka.runtime.lean;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.ReachedApplication;
import dev.parka.runtime.trace.TraceMode;
import java.io.IOException;
import java.util.SortedSet;
import java.util.function.Predicate;

/** Finds what an application cannot reach of the modules that are linked for it. */
public final class LeanModules {

  private LeanModules() {}

  /**
   * Finds the files to leave out. The same request gives the same answer.
   *
   * @throws ParkaException as an inference does; [DamagedJdk] if the JDK's files cannot be read
   */
  public static ExcludedResources of(LeanRequest request) {
    try (ReachedApplication application = ReachedApplication.of(request.application())) {
      return find(request, application);
    }
  }

  private static Predicate<LeanType> stays(
      LeanRequest request, LeanClasses classes, LeanReach reach, LeanRules rules) {
    return request
        .recorded()
        .filter(trace -> request.mode() == TraceMode.TRACE_ONLY)
        .<Predicate<LeanType>>map(
            trace -> new NearRecorded(classes, reach, rules).of(trace)::contains)
        .orElse(LeanType::isLoaded);
  }

  private static ExcludedResources find(LeanRequest request, ReachedApplication application) {
    ModuleCatalog catalog = application.catalog();
    SortedSet<ModuleName> modules = catalog.closure(request.roots());
    LeanClasses classes = new LeanClasses(catalog, modules, application.reached());
    LeanRules rules =
        new LeanRules(
            LeanRulesFile.read(),
            new LeanFacts(application, modules, request.application().wishes().jvmFlags()));
    LeanReach reach = new LeanReach(classes, new LeanServices(catalog, modules), rules);
    try {
      new LeanRoots(reach, classes, rules)
          .add(application, request, LinkedLibraries.of(catalog, modules));
    } catch (IOException e) {
      throw new ParkaException(
          RuntimeProblem.DAMAGED_JDK,
          "the native libraries of the JDK in " + catalog.jdk().home() + " cannot be read",
          "install the JDK again",
          e);
    }
    reach.run();
    return new LeftOut(classes, rules, stays(request, classes, reach, rules)).files();
  }
}
