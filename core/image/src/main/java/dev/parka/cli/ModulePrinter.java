package dev.parka.cli;

import dev.parka.plan.ChosenModules;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/**
 * Prints modules, one a line, and what is to be said of them.
 *
 * @param out where a program reads the list
 * @param err where a person reads the rest
 * @param explain whether reasons are wanted
 */
record ModulePrinter(PrintWriter out, PrintWriter err, boolean explain) {

  void print(ChosenModules chosen, OutputFormat format) {
    Warnings.print(chosen.modules().warnings(), err);
    if (format == OutputFormat.JSON) {
      out.println(Json.text(Json.modules(chosen.modules())));
    } else {
      print(chosen.modules());
    }
    out.flush();
    if (chosen.comparison().isPresent()) {
      Comparisons.print(chosen.comparison().get(), err);
    }
  }

  /** What was left out is not on standard output, as each line's first word is a module there. */
  private void print(RootModules modules) {
    for (Map.Entry<ModuleName, List<Reason>> module : modules.reasons().entrySet()) {
      String name = module.getKey().value();
      out.println(explain ? name + "\t" + text(module.getValue()) : name);
    }
    out.flush();
    if (explain) {
      for (Map.Entry<ModuleName, List<Reason>> module : modules.leftOut().entrySet()) {
        err.println("left out: " + module.getKey() + ": " + text(module.getValue()));
      }
      err.flush();
    }
  }

  private static String text(List<Reason> reasons) {
    StringBuilder text = new StringBuilder();
    for (Reason reason : reasons) {
      text.append(text.isEmpty() ? "" : "; ").append(reason);
    }
    return text.toString();
  }
}
