package dev.parka.runtime.modules;

import dev.parka.runtime.classes.ApplicationClasses;
import dev.parka.runtime.reach.Executed;
import dev.parka.runtime.reach.MethodReach;
import dev.parka.runtime.reach.Reached;
import java.util.function.Consumer;

/**
 * An application as an inference sees it, for others that look at it: to be used while it is lent.
 */
public final class ReachedApplication {

  private final Evidence evidence;
  private final Executed executed;

  private ReachedApplication(Evidence evidence) {
    this.evidence = evidence;
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
          looker.accept(new ReachedApplication(inquiry.evidence()));
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

  /** The modules of the JDK. */
  public ModuleCatalog catalog() {
    return evidence.catalog();
  }

  /** Whether code of a class that can run uses a class of the JDK; both by internal name. */
  public boolean runs(String user, String used) {
    Executed.Code code = executed.code().get(user);
    return code != null && code.types().contains(used);
  }
}
