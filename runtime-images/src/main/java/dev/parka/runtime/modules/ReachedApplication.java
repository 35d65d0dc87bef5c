package dev.parka.runtime.modules;

import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.reach.Executed;
import dev.parka.runtime.reach.JdkClasses;
import dev.parka.runtime.reach.MethodReach;
import dev.parka.runtime.reach.Reached;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * An application as an inference sees it, for others that look at it: to be used while it is lent.
 */
public final class ReachedApplication {

  private final Evidence evidence;
  private final Mentions mentions;
  private final Executed executed;

  private ReachedApplication(Inquiry inquiry) {
    this.evidence = inquiry.evidence();
    this.mentions = inquiry.mentions();
    this.executed =
        MethodReach.from(
            evidence.roots(),
            evidence.application(),
            evidence.reached(),
            new CatalogClasses(evidence.catalog()),
            (name, use) -> false);
  }

  /**
   * Finds what is reached and lends it.
   *
   * @throws dev.parka.runtime.ParkaException as an inference does
   */
  public static void look(InferenceRequest request, Consumer<ReachedApplication> looker) {
    ReferenceInference.look(
        request,
        inquiry -> {
          looker.accept(new ReachedApplication(inquiry));
          return inquiry;
        });
  }

  /** The classes of the class path. */
  public ApplicationClasses classes() {
    return evidence.application();
  }

  /** The classes that are reached. */
  public Reached reached() {
    return evidence.reached();
  }

  /** What its code that can run does with the JDK. */
  public Executed executed() {
    return executed;
  }

  /** Whether a class is the application's own: in the package of its main class, or below it. */
  public boolean isOwn(String className) {
    return evidence.isOwn(className);
  }

  /** How much of the class path counts. */
  public InferenceLevel level() {
    return evidence.level();
  }

  /** The internal names that files and flags have and that are no classes of the application. */
  public Set<String> mentioned() {
    return Collections.unmodifiableSet(mentions.others().keySet());
  }

  /** The same, each with what names it. */
  public SortedMap<String, String> mentionedBy() {
    return Collections.unmodifiableSortedMap(mentions.others());
  }

  /** The modules of the JDK. */
  public ModuleCatalog catalog() {
    return evidence.catalog();
  }

  /** Their classes. */
  public JdkClasses jdk() {
    return new CatalogClasses(evidence.catalog());
  }

  /** Whether code of a class that can run uses a class of the JDK; both by internal name. */
  public boolean runs(String user, String used) {
    Executed.Code code = executed.code().get(user);
    return code != null && code.types().contains(used);
  }
}
