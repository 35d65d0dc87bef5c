package dev.parka.runtime.modules;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.classes.ClassName;
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
  public RootModules infer(ReachedApplication reached) {
    InferenceRequest request = reached.request();
    Inquiry inquiry = reached.inquiry();
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
    SortedSet<ModuleName> linked = Thrift.decide(reached, findings, signals);
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
