package dev.parka.report;

import dev.parka.report.Anatomy.WeighedLayer;
import dev.parka.runtime.cache.ByteSize;
import java.util.Map;

/**
 * The layers and their digests, and what the configuration says.
 *
 * @param image what is shown
 */
record LayerSection(Anatomy image) implements Markup.Section {

  private static final String RUN = "config.";

  @Override
  public void write(Markup to) {
    to.open("section", "id", "layers", "aria-labelledby", "layers-title");
    to.element("h2", "Layers and digests", "id", "layers-title");
    to.element("p", "The lowest first: what changes least lies at the bottom.", "class", "note");
    to.open("ol", "class", "layers");
    image.layers().forEach(layer -> layer(to, layer));
    to.end();
    to.open("details", "class", "more").element("summary", "How it is run");
    to.open("dl", "class", "settings");
    for (Map.Entry<String, String> setting : image.settings().entrySet()) {
      if (setting.getKey().startsWith(RUN)) {
        to.open("div").element("dt", setting.getKey().substring(RUN.length()));
        to.element("dd", setting.getValue()).end();
      }
    }
    to.close().end();
    to.end();
  }

  private static void layer(Markup to, WeighedLayer layer) {
    Weight weight = layer.weight();
    to.open("li", "class", LayerTone.of(weight.name()));
    to.element("b", weight.name()).text(" ");
    to.element("span", ByteSize.show(weight.stored()) + " on the wire", "class", "number");
    to.text(" ");
    to.element("span", ByteSize.show(weight.unpacked()) + " on the disk", "class", "number soft");
    to.element("code", layer.digest().toString());
    if (!layer.madeBy().isEmpty()) {
      to.element("small", layer.madeBy());
    }
    to.end();
  }
}
