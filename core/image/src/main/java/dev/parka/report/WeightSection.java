package dev.parka.report;

import static java.util.stream.Collectors.joining;

import dev.parka.report.Weight.Kind;
import dev.parka.runtime.cache.ByteSize;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/**
 * What weighs what: a map whose fields are as large as the parts of the image are heavy, and the
 * same as a table.
 *
 * @param layers what is shown
 * @param stored the bytes on the wire of all of it
 * @param unpacked those on the disk
 */
record WeightSection(List<Cell> layers, long stored, long unpacked) implements Markup.Section {

  private static final double PERCENT = 100;

  /** The rules that put the fields where they belong, for each kind of screen and each measure. */
  String style() {
    return MapLayout.WIDE.rules("", layers, Weight::stored)
        + MapLayout.WIDE.rules("#by-disk:checked~.map ", layers, Weight::unpacked)
        + "@media (max-width:44rem){\n"
        + MapLayout.TALL.rules("", layers, Weight::stored)
        + MapLayout.TALL.rules("#by-disk:checked~.map ", layers, Weight::unpacked)
        + "}\n";
  }

  @Override
  public void write(Markup to) {
    to.open("section", "id", "weight", "aria-labelledby", "weight-title");
    to.element("h2", "What weighs what", "id", "weight-title");
    to.element(
        "p",
        "Layer, then module, jar or directory, then package or file. What goes over the wire is"
            + " one compressed stream for each layer; its bytes are shared out among the parts in"
            + " proportion to what each of them comes to when it is compressed in its place."
            + " The layers' own sizes are exact.",
        "class",
        "note");
    choice(to, "by-wire", "checked");
    choice(to, "by-disk", "");
    to.open("p", "class", "switch").text("Fields are as large as the bytes ");
    to.element("label", "on the wire", "for", "by-wire");
    to.element("label", "on the disk", "for", "by-disk");
    to.text(" ").element("a", "Go to the table", "href", "#weight-table", "class", "skip").end();
    to.open(
        "div",
        "class",
        "map",
        "role",
        "group",
        "aria-label",
        "Map of the image: each field is a link to its line in the table");
    layers.forEach(layer -> field(to, layer, 0, LayerTone.of(layer.weight().name())));
    to.end();
    to.open("div", "id", "weight-table", "class", "tables");
    for (Cell layer : layers) {
      table(to, layer);
    }
    to.end();
    to.end();
  }

  private static void choice(Markup to, String id, String checked) {
    to.empty("input", "type", "radio", "name", "measure", "id", id, "checked", checked);
    to.line();
  }

  private void field(Markup to, Cell cell, int depth, String tone) {
    Weight weight = cell.weight();
    to.open(
        "a",
        "id",
        "c" + cell.number(),
        "href",
        "#w" + cell.number(),
        "class",
        (cell.isWhole() ? "whole d" : "part d")
            + depth
            + " "
            + tone
            + (cell.isRest() ? " rest" : ""),
        "title",
        described(weight),
        "aria-label",
        described(weight));
    to.open("span").open("b").name(weight.name()).close().text(" ");
    to.element("i", ByteSize.show(weight.stored()), "class", "wire");
    to.element("i", ByteSize.show(weight.unpacked()), "class", "disk");
    to.close();
    to.end();
    cell.cells().forEach(part -> field(to, part, depth + 1, tone));
  }

  private String described(Weight weight) {
    return weight.name()
        + ", "
        + weight.kind()
        + ": "
        + ByteSize.show(weight.stored())
        + " on the wire, "
        + share(weight)
        + ", "
        + ByteSize.show(weight.unpacked())
        + " on the disk";
  }

  private String share(Weight weight) {
    return String.format(
        Locale.ROOT, "%.1f %%", PERCENT * weight.stored() / (double) Math.max(1, stored));
  }

  private void table(Markup to, Cell layer) {
    to.open("details", "id", "w" + layer.number(), "class", "layer");
    to.open("summary").element("span", layer.weight().name(), "class", "name");
    to.element("span", ByteSize.show(layer.weight().stored()), "class", "number");
    to.element("span", ByteSize.show(layer.weight().unpacked()), "class", "number soft");
    to.close();
    to.open("table");
    to.open("thead").open("tr");
    to.element("th", "part", "scope", "col");
    to.element("th", "on the wire", "scope", "col", "class", "number");
    to.element("th", "share", "scope", "col", "class", "number");
    to.element("th", "on the disk", "scope", "col", "class", "number");
    to.close().close();
    to.open("tbody");
    layer.cells().forEach(cell -> rows(to, cell, 0));
    to.close().close();
    to.end();
  }

  private void rows(Markup to, Cell cell, int depth) {
    Weight weight = cell.weight();
    to.open("tr", "id", "w" + cell.number(), "class", "d" + depth);
    to.open("th", "scope", "row").text(weight.name());
    if (EnumSet.of(Kind.MODULE, Kind.JAR, Kind.DIRECTORY).contains(weight.kind())) {
      to.text(" ").element("small", weight.kind().toString());
    }
    to.close();
    to.element("td", ByteSize.show(weight.stored()), "class", "number");
    to.element("td", share(weight), "class", "number soft");
    to.element("td", ByteSize.show(weight.unpacked()), "class", "number soft");
    to.end();
    cell.cells().forEach(part -> rows(to, part, depth + 1));
  }

  /** The heaviest parts below the layers, in one line each, for a terminal. */
  static String heaviest(List<Cell> layers, int most) {
    return layers.stream()
        .flatMap(
            layer -> layer.cells().stream().map(cell -> new Heavy(cell.weight(), layer.weight())))
        .sorted((a, b) -> Long.compare(b.weight().stored(), a.weight().stored()))
        .limit(most)
        .map(Heavy::line)
        .collect(joining());
  }

  private record Heavy(Weight weight, Weight layer) {
    String line() {
      return String.format(
          Locale.ROOT,
          "  %9s %9s  %s (%s)\n",
          ByteSize.show(weight.stored()),
          ByteSize.show(weight.unpacked()),
          weight.name(),
          layer.name());
    }
  }
}
