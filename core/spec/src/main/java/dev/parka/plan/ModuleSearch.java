package dev.parka.plan;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.cache.UserCache;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.classes.ClassSource;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.lean.ExcludedResources;
import dev.parka.runtime.lean.LeanModules;
import dev.parka.runtime.lean.LeanRequest;
import dev.parka.runtime.modules.CachedInference;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.runtime.modules.ModuleCatalog;
import dev.parka.runtime.modules.ModuleInference;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.ReachedApplication;
import dev.parka.runtime.modules.ReferenceInference;
import dev.parka.runtime.modules.RootModules;
import dev.parka.runtime.strip.CachedDesktopUse;
import dev.parka.runtime.strip.StripKind;
import dev.parka.runtime.trace.Trace;
import dev.parka.runtime.trace.TraceComparison;
import dev.parka.spec.ImageSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * From an application to the modules of its image: the one way that the processor, the builds and
 * the command line go.
 *
 * @param inference reads the class path
 * @param desktop finds the native libraries that go unused
 * @param choice how the modules are chosen
 */
public record ModuleSearch(
    ModuleInference inference, CachedDesktopUse desktop, ModuleChoice choice) {

  /** Searches with the one inference that there is, and what the user's cache has. */
  public static ModuleSearch by(ModuleChoice choice) {
    return of(new ReferenceInference(), UserCache.ofThisUser(), choice);
  }

  /** Searches with an inference, and what a cache has. */
  public static ModuleSearch of(
      ModuleInference inference, Optional<UserCache> cache, ModuleChoice choice) {
    return new ModuleSearch(
        cache.isEmpty() ? inference : new CachedInference(inference, cache.get()),
        new CachedDesktopUse(cache),
        choice);
  }

  /** The same by another choice. */
  public ModuleSearch withChoice(ModuleChoice newChoice) {
    return new ModuleSearch(inference, desktop, newChoice);
  }

  /** The same with what the user's cache has, or without it. */
  public ModuleSearch withCache(boolean wanted) {
    return wanted ? by(choice) : of(new ReferenceInference(), Optional.empty(), choice);
  }

  /**
   * Finds the modules of an image, and which of their native libraries it can do without.
   *
   * @throws ParkaException as {@link ModuleInference#infer} does; [BadTrace] for each bad one
   */
  public ChosenModules find(Jdk jdk, List<ClassSource> sources, ImageSpec spec) {
    InferenceRequest request =
        request(jdk, sources, Optional.of(spec.application().mainClass()), spec.wishes());
    try (ReachedApplication application = ReachedApplication.of(request)) {
      Found found = find(application);
      return new ChosenModules(
          found.modules(),
          found.comparison(),
          spec.runtime().leanness().strips().contains(StripKind.NATIVE_LIBRARIES)
              ? desktop.unused(application, found.modules().names(), found.trace())
              : new TreeSet<>());
    }
  }

  /** The same where no image is wanted. */
  public ChosenModules find(
      Jdk jdk,
      List<ClassSource> sources,
      Optional<ClassName> mainClass,
      InferenceRequest.Wishes wishes) {
    try (ReachedApplication application =
        ReachedApplication.of(request(jdk, sources, mainClass, wishes))) {
      Found found = find(application);
      return new ChosenModules(found.modules(), found.comparison(), new TreeSet<>());
    }
  }

  /**
   * Finds the classes of the linked modules that an image can do without: those that neither the
   * application nor a recorded run leads to.
   *
   * @param modules the root modules that are linked
   * @param kept binary names of classes that stay; a {@code *} at the end stands for anything
   * @throws ParkaException as {@link #find} does
   */
  public ExcludedResources unreferenced(
      Jdk jdk, List<ClassSource> sources, ImageSpec spec, RootModules modules, List<String> kept) {
    InferenceRequest request =
        request(jdk, sources, Optional.of(spec.application().mainClass()), spec.wishes());
    return LeanModules.of(
        new LeanRequest(
            request, new TreeSet<>(modules.names()), recorded(jdk), choice.mode(), kept));
  }

  private Optional<Trace> recorded(Jdk jdk) {
    if (choice.traces().isEmpty()) {
      return Optional.empty();
    }
    try (ModuleCatalog catalog = ModuleCatalog.open(jdk)) {
      return Optional.of(trace(catalog));
    }
  }

  private record Found(
      RootModules modules, Optional<TraceComparison> comparison, Optional<Trace> trace) {}

  private InferenceRequest request(
      Jdk jdk,
      List<ClassSource> sources,
      Optional<ClassName> mainClass,
      InferenceRequest.Wishes wishes) {
    return new InferenceRequest(jdk, sources, mainClass, wishes, choice.level());
  }

  private Found find(ReachedApplication application) {
    if (choice.traces().isEmpty()) {
      return new Found(inference.infer(application), Optional.empty(), Optional.empty());
    }
    ModuleCatalog catalog = application.catalog();
    InferenceRequest request = application.request();
    // Read first: a file that is none is found sooner than the modules.
    Trace trace = trace(catalog);
    RootModules listed = inference.infer(application);
    Set<ModuleName> excluded = request.wishes().excludeModules();
    RootModules modules =
        choice
            .mode()
            .apply(listed, trace.without(excluded), catalog, asked(request))
            .without(excluded, catalog);
    return new Found(
        modules, Optional.of(TraceComparison.of(listed, trace, catalog)), Optional.of(trace));
  }

  private Trace trace(ModuleCatalog catalog) {
    List<Trace> traces = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Path file : choice.traces()) {
      try {
        traces.add(Trace.read(file, catalog));
      } catch (ParkaException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new ParkaException(problems);
    }
    return traces.stream().reduce(Trace::plus).orElseThrow();
  }

  /** The modules that the user asks for, in whatever words: those of no application at all. */
  private Set<ModuleName> asked(InferenceRequest request) {
    InferenceRequest.Wishes wishes = request.wishes();
    return inference
        .infer(
            new InferenceRequest(
                request.jdk(),
                List.of(),
                Optional.empty(),
                new InferenceRequest.Wishes(
                    wishes.addModules(), Set.of(), wishes.jvmFlags(), wishes.locales()),
                request.level()))
        .names();
  }
}
