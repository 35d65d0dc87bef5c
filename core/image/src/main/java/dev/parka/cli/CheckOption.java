package dev.parka.cli;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.complete.Completeness;
import dev.parka.runtime.complete.Unresolved;
import dev.parka.runtime.modules.InferenceRequest;
import dev.parka.runtime.modules.ModuleName;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Modules to check instead of finding some. */
final class CheckOption {

  @Option(
      names = "--check",
      split = ",",
      paramLabel = "<module>",
      description = {
        "Prints, instead of the list, what the application refers to and does not find in an image"
            + " of these modules and those that they require: classes of other modules, and fields"
            + " and methods that their class does not have.",
        "Ends with 1 if code that can run needs another module."
      })
  private @Nullable List<String> checked;

  /** For picocli. */
  CheckOption() {}

  boolean isGiven() {
    return checked != null;
  }

  /**
   * Checks and prints; answers with the exit code.
   *
   * @throws ParkaException with every bad name of a module, or as an inference does
   */
  int run(InferenceRequest request, boolean explain, OutputFormat format, PrintWriter out) {
    Completeness found = Completeness.of(request, modules());
    List<Unresolved> told =
        found.unresolved().stream()
            .filter(one -> explain || one.kind() != Unresolved.Kind.CLASS)
            .toList();
    if (format == OutputFormat.JSON) {
      out.println(Json.text(Json.unresolved(found.isGood(), told)));
    } else {
      told.forEach(out::println);
    }
    out.flush();
    return found.isGood() ? ExitCode.GOOD : ExitCode.FINDINGS;
  }

  private Set<ModuleName> modules() {
    Set<ModuleName> modules = new TreeSet<>();
    List<Problem> problems = new ArrayList<>();
    for (String name : checked == null ? List.<String>of() : checked) {
      try {
        modules.add(new ModuleName(name.strip()));
      } catch (ParkaException e) {
        problems.addAll(e.problems());
      }
    }
    if (!problems.isEmpty()) {
      throw new ParkaException(problems);
    }
    return modules;
  }
}
