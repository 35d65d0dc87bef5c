package dev.parka.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parka.runtime.Printable;
import dev.parka.runtime.cache.ByteSize;
import dev.parka.runtime.modules.Explanation;
import dev.parka.runtime.modules.ModuleGraph;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.NearMisses;
import dev.parka.runtime.modules.Reason;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;

/**
 * Prints why a module is in, or why not.
 *
 * @param out where
 * @param format how
 */
record ExplainPrinter(PrintWriter out, OutputFormat format) {

  private static final int MOST_NAMES = 6;

  /**
   * Prints what is so of an application.
   *
   * @param isInAll whether a module that was left out would be in if every class counted
   */
  void print(Explanation found, boolean isInAll) {
    if (format == OutputFormat.JSON) {
      out.println(Json.text(json(found)));
      return;
    }
    switch (found.standing()) {
      case NEEDED -> {
        out.println(found.module() + " is in: the application needs it");
        reasons(found.reasons());
      }
      case REQUIRED -> out.println(found.module() + " is in: modules that are needed require it");
      case LEFT_OUT -> {
        out.println(found.module() + " is not in, although something refers to it");
        reasons(found.reasons());
      }
      case NOT_NEEDED ->
          out.println(found.module() + " is not in: nothing of the application leads to it");
    }
    if (!found.chains().isEmpty()) {
      out.println("required by");
      found.chains().forEach(chain -> out.println("  " + chain(chain)));
    }
    if (!found.standing().isThere()) {
      ways(found, isInAll);
    }
  }

  private void reasons(List<Reason> reasons) {
    reasons.forEach(reason -> out.println("  " + reason));
  }

  private void ways(Explanation found, boolean isInAll) {
    Explanation.Addition addition = found.addition();
    out.println("what would bring it in");
    out.println(
        "  --add-modules="
            + found.module()
            + ", or addModules of @ContainerImage: "
            + ByteSize.show(addition.bytes())
            + " of classes, unpacked"
            + along(found));
    if (isInAll) {
      out.println("  --level=safe, which counts every class, reached or not");
    }
    if (!addition.requiring().isEmpty()) {
      out.println("  needing a module that requires it: " + some(addition.requiring()));
    }
    if (!addition.services().isEmpty()) {
      out.println("  looking up a service that it provides: " + some(addition.services()));
    }
  }

  private static String along(Explanation found) {
    List<ModuleName> others = new ArrayList<>(found.addition().modules());
    others.remove(found.module());
    return others.isEmpty() ? "" : ", with " + some(others);
  }

  private static String some(Collection<?> names) {
    String some = names.stream().limit(MOST_NAMES).map(Object::toString).collect(joining(", "));
    return names.size() <= MOST_NAMES
        ? some
        : some + " and " + (names.size() - MOST_NAMES) + " more";
  }

  private static String chain(List<ModuleName> chain) {
    return chain.stream().map(ModuleName::value).collect(joining(" → "));
  }

  /** Prints what is so of an image. */
  void print(ModuleName module, String image, ModuleGraph graph) {
    SortedSet<ModuleName> requiring = graph.requiring(module);
    boolean isThere = graph.requires().containsKey(module);
    if (format == OutputFormat.JSON) {
      ObjectNode node = Json.object();
      node.put("module", module.value()).put("isThere", isThere);
      names(node.putArray("requiredBy"), requiring);
      names(node.putArray("requires"), graph.requiredBy(module));
      out.println(Json.text(node));
      return;
    }
    String name = Printable.of(image.toString());
    if (!isThere) {
      List<String> known = graph.names().stream().map(ModuleName::value).toList();
      out.println(
          module
              + " is not in "
              + name
              + "; "
              + NearMisses.question(module.value(), known, "it has " + some(graph.names())));
      return;
    }
    out.println(module + " is in " + name);
    if (requiring.isEmpty()) {
      out.println("no other module requires it: it was asked for when the image was linked");
    } else {
      out.println("required by");
      graph.chains(graph.names(), module).forEach(chain -> out.println("  " + chain(chain)));
    }
    if (!graph.requiredBy(module).isEmpty()) {
      out.println("requires");
      graph.requiredBy(module).forEach(required -> out.println("  " + required));
    }
  }

  private static ObjectNode json(Explanation found) {
    ObjectNode node = Json.object();
    node.put("module", found.module().value());
    node.put("isThere", found.standing().isThere());
    node.put("standing", found.standing().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    ArrayNode reasons = node.putArray("reasons");
    found
        .reasons()
        .forEach(
            reason -> reasons.addObject().put("text", reason.text()).put("weak", reason.isWeak()));
    ArrayNode chains = node.putArray("chains");
    found.chains().forEach(chain -> names(chains.addArray(), chain));
    ObjectNode addition = node.putObject("addition");
    addition.put("bytes", found.addition().bytes());
    names(addition.putArray("modules"), found.addition().modules());
    names(addition.putArray("requiredBy"), found.addition().requiring());
    return node;
  }

  private static void names(ArrayNode array, Collection<ModuleName> names) {
    names.forEach(name -> array.add(name.value()));
  }
}
