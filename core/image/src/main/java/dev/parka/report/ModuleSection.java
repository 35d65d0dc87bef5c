package dev.parka.report;

import dev.parka.runtime.cache.ByteSize;
import dev.parka.runtime.modules.ModuleGraph;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * The modules of the run-time image: a drawing of which requires which, and of each why it is
 * there.
 *
 * @param graph all of them
 * @param sizes what each weighs, by its name
 * @param reasons why the root modules are there, where that is known
 * @param leftOut modules that something names, and that are not there
 */
record ModuleSection(
    ModuleGraph graph,
    Map<String, Weight> sizes,
    Optional<SortedMap<ModuleName, List<Reason>>> reasons,
    SortedMap<ModuleName, List<Reason>> leftOut)
    implements Markup.Section {

  private static final double WIDE = 1040;
  private static final double NARROW = 340;
  private static final double BASELINE = 19.5;
  private static final double BEND = 0.5;

  /** What lights up the edges of the module that is pointed at. */
  String style() {
    StringBuilder rules = new StringBuilder();
    for (int i = 0; i < names().size(); i++) {
      rules.append(
          String.format(
              Locale.ROOT,
              ".graph:has(.n%1$d:is(:hover,:focus-visible)) :is(.a%1$d,.b%1$d){stroke:var(--accent);stroke-width:2;opacity:1}\n",
              i));
    }
    return rules.toString();
  }

  @Override
  public void write(Markup to) {
    to.open("section", "id", "modules", "aria-labelledby", "modules-title");
    to.element("h2", "Modules, and why", "id", "modules-title");
    if (names().isEmpty()) {
      to.element("p", "This image has no run-time image whose modules can be read.").end();
      return;
    }
    to.element(
        "p",
        "Each module lies above those that it requires; lines that a longer way makes needless are"
            + " left out. Filled ones were asked for, the others are required by them.",
        "class",
        "note");
    ModuleGraph reduced = graph.reduced();
    draw(to, reduced, GraphLayout.of(reduced, WIDE), "graph wide");
    draw(to, reduced, GraphLayout.of(reduced, NARROW), "graph narrow");
    to.open("dl", "class", "modules");
    names().forEach(module -> module(to, module));
    to.end();
    leftOut(to);
    to.end();
  }

  private List<ModuleName> names() {
    return List.copyOf(graph.names());
  }

  private void draw(Markup to, ModuleGraph reduced, GraphLayout layout, String kind) {
    to.open(
        "svg",
        "class",
        kind,
        "viewBox",
        String.format(Locale.ROOT, "0 0 %.0f %.0f", layout.width(), layout.height()),
        "role",
        "group",
        "aria-label",
        "Which module requires which; the list below says the same");
    reduced
        .requires()
        .forEach((from, required) -> required.forEach(one -> edge(to, layout, from, one)));
    layout.nodes().forEach((module, place) -> node(to, module, place));
    to.end();
  }

  private void edge(Markup to, GraphLayout layout, ModuleName from, ModuleName required) {
    Rectangle above = layout.nodes().get(from);
    Rectangle below = layout.nodes().get(required);
    if (above == null || below == null) {
      return;
    }
    double x = above.left() + above.width() / 2;
    double y = above.top() + above.height();
    double endX = below.left() + below.width() / 2;
    double bend = (below.top() - y) * BEND;
    to.element(
        "path",
        "",
        "class",
        "edge a" + names().indexOf(from) + " b" + names().indexOf(required),
        "d",
        String.format(
            Locale.ROOT,
            "M%.1f %.1fC%.1f %.1f %.1f %.1f %.1f %.1f",
            x,
            y,
            x,
            y + bend,
            endX,
            below.top() - bend,
            endX,
            below.top()));
  }

  private void node(Markup to, ModuleName module, Rectangle place) {
    int number = names().indexOf(module);
    to.open(
        "a", "href", "#m" + number, "class", "node n" + number + (isAsked(module) ? " asked" : ""));
    to.element(
        "rect",
        "",
        "x",
        number(place.left()),
        "y",
        number(place.top()),
        "width",
        number(place.width()),
        "height",
        number(place.height()),
        "rx",
        "6");
    to.element(
        "text",
        module.value(),
        "x",
        number(place.left() + place.width() / 2),
        "y",
        number(place.top() + BASELINE),
        "text-anchor",
        "middle");
    to.end();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private boolean isAsked(ModuleName module) {
    return reasons.map(known -> known.containsKey(module)).orElse(graph.tops().contains(module));
  }

  private void module(Markup to, ModuleName module) {
    to.open("div", "id", "m" + names().indexOf(module));
    to.open("dt").element("code", module.value());
    Weight weight = sizes.get(module.value());
    if (weight != null) {
      to.text(" ").element("span", ByteSize.show(weight.stored()), "class", "number soft");
    }
    to.close();
    List<Reason> why = reasons.map(known -> known.get(module)).orElse(null);
    to.open("dd");
    if (why == null || why.isEmpty()) {
      required(to, module);
    } else {
      reasons(to, why);
    }
    SortedSet<ModuleName> requires = graph.requiredBy(module);
    if (!requires.isEmpty()) {
      to.open("p", "class", "soft").text("requires ");
      links(to, requires);
      to.close();
    }
    to.close();
    to.end();
  }

  private void required(Markup to, ModuleName module) {
    SortedSet<ModuleName> by = graph.requiring(module);
    if (by.isEmpty()) {
      to.element("p", "no other module requires it: it was asked for when the image was linked");
      return;
    }
    to.open("p").text("required by ");
    links(to, by);
    to.close();
  }

  private void links(Markup to, SortedSet<ModuleName> modules) {
    String before = "";
    for (ModuleName module : modules) {
      to.text(before);
      to.element("a", module.value(), "href", "#m" + names().indexOf(module));
      before = ", ";
    }
  }

  private static void reasons(Markup to, List<Reason> why) {
    to.open("p").name(why.get(0).toString()).close();
    if (why.size() > 1) {
      int more = why.size() - 1;
      to.open("details");
      to.element("summary", more + (more == 1 ? " more reason" : " more reasons"));
      to.open("ul");
      why.subList(1, why.size()).forEach(reason -> to.open("li").name(reason.toString()).close());
      to.close().close();
    }
  }

  private void leftOut(Markup to) {
    if (leftOut.isEmpty()) {
      return;
    }
    to.open("details", "class", "more");
    to.element("summary", "Left out although something names them: " + leftOut.size());
    to.open("dl", "class", "modules");
    leftOut.forEach(
        (module, why) -> {
          to.open("div").open("dt").element("code", module.value()).close();
          to.open("dd");
          why.forEach(reason -> to.open("p").name(reason.toString()).close());
          to.close().end();
        });
    to.close();
    to.end();
  }
}
