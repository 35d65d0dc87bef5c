package dev.parka.runtime.modules;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.classes.ClassName;
import dev.parka.runtime.reach.ClassReach;
import dev.parka.runtime.reach.Reached;
import dev.parka.runtime.reach.Roots;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Infers the modules from what the application refers to and does, and from what the user says:
 * what is reached, then what each {@link ModuleRule} makes of it, then what of that is worth its
 * weight.
 */
public final class ReferenceInference implements ModuleInference {

  private static final int MANY_REASONS = 1000;

  private final int mostReasons;

  /** Gives the best few reasons of each module. */
  public ReferenceInference() {
    this(Findings.USUAL_REASONS);
  }

  private ReferenceInference(int mostReasons) {
    this.mostReasons = mostReasons;
  }

  /** Gives every reason of each module, as far as anybody could read them. */
  public static ReferenceInference withEveryReason() {
    return new ReferenceInference(MANY_REASONS);
  }

  @Override
  public RootModules infer(InferenceRequest request) {
    return look(request, this::modules);
  }

  /** What is made of an application while its files are open. */
  @FunctionalInterface
  interface Looker<T> {
    T look(Inquiry inquiry);
  }

  /** Opens an application and the JDK, finds what is reached, and closes both after use. */
  static <T> T look(InferenceRequest request, Looker<T> looker) {
    List<GivenFlags> flags = GivenFlags.of(request);
    try (ApplicationClasses application =
            ApplicationClasses.open(
                AgentJars.with(request.sources(), flags), request.jdk().featureVersion());
        ModuleCatalog catalog = ModuleCatalog.open(request.jdk())) {
      if (application.errors().isEmpty()) {
        return looker.look(inquire(request, flags, application, catalog));
      }
      throw new ParkaException(application.errors());
    }
  }

  private static Inquiry inquire(
      InferenceRequest request,
      List<GivenFlags> flags,
      ApplicationClasses application,
      ModuleCatalog catalog) {
    Mentions mentions = Mentions.in(application);
    for (GivenFlags given : flags) {
      given.mention(mentions);
    }
    Roots roots = RootFinder.find(request, application, mentions);
    // Where nothing says where it begins, everything is taken to be reached.
    InferenceLevel level = request.mainClass().isPresent() ? request.level() : InferenceLevel.SAFE;
    Reached reached =
        level == InferenceLevel.SAFE
            ? ClassReach.all(application)
            : ClassReach.from(roots, application, new CatalogClasses(catalog));
    return new Inquiry(
        request,
        flags,
        mentions,
        new Evidence(catalog, application, roots, reached, level, request.wishes()));
  }

  private RootModules modules(Inquiry inquiry) {
    InferenceRequest request = inquiry.request();
    Evidence evidence = inquiry.evidence();
    ApplicationClasses application = evidence.application();
    Findings findings = new Findings(mostReasons);
    if (request.mainClass().isPresent()) {
      ClassName main = request.mainClass().get();
      if (!application.has(main.internalName())) {
        findings.add(missing(main, application));
      }
      MissingJars.of(main, application).forEach(findings::add);
    }
    SignalTable signals = SignalTable.of(request.jdk().featureVersion());
    List<ModuleRule> rules =
        List.of(
            new ClassReferenceRule(),
            new ServiceFileRule(),
            new SignalRule(signals),
            new ManifestRule(),
            new StringConstantRule(),
            new MentionRule(inquiry.mentions()),
            new JvmFlagRule(inquiry.flags(), request.sources()),
            new ModuleRequiresRule(request.sources()),
            new WishRule());
    for (ModuleRule rule : rules) {
      rule.apply(evidence, findings);
    }
    SortedSet<ModuleName> linked = Thrift.decide(evidence, findings, signals);
    RootModules modules = Exclusions.apply(linked, evidence, findings);
    List<Problem> errors = new ArrayList<>(application.errors());
    errors.addAll(findings.problems());
    if (!errors.isEmpty()) {
      throw new ParkaException(errors);
    }
    return modules;
  }

  private static Problem missing(ClassName main, ApplicationClasses application) {
    TreeSet<String> known = new TreeSet<>();
    application.names().forEach(name -> known.add(Chains.dotted(name)));
    return new Problem(
        RuntimeProblem.NO_MAIN_CLASS,
        "the main class " + Printable.of(main.value()) + " is nowhere on the class path",
        NearMisses.question(main.value(), known, "add the jar or the directory that has it"));
  }
}
