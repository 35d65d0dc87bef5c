package dev.parka.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parka.image.BuiltImage;
import dev.parka.oci.Layer;
import dev.parka.runtime.Problem;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.RootModules;
import dev.parka.verify.VerificationReport;
import java.util.Locale;
import java.util.Optional;

/** Results for programs. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ArrayNode modules(RootModules modules) {
    ArrayNode array = MAPPER.createArrayNode();
    modules
        .reasons()
        .forEach(
            (module, reasons) -> {
              ObjectNode node = array.addObject();
              node.put("module", module.value());
              ArrayNode why = node.putArray("reasons");
              reasons.forEach(reason -> why.add(reason.text()));
            });
    return array;
  }

  static ObjectNode image(BuiltImage built, Optional<VerificationReport> report) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("reference", built.image().reference().toString());
    node.put("platform", built.image().platform().toString());
    node.put("digest", built.digest().toString());
    node.put("storedSize", built.image().storedSize());
    node.put("unpackedSize", built.image().unpackedSize());
    ArrayNode layers = node.putArray("layers");
    for (Layer layer : built.image().layers()) {
      ObjectNode entry = layers.addObject();
      entry.put("kind", layer.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      entry.put("digest", layer.descriptor().digest().toString());
      entry.put("diffId", layer.diffId().toString());
      entry.put("storedSize", layer.descriptor().size());
      entry.put("unpackedSize", layer.unpackedSize());
    }
    node.set("rootModules", modules(built.plan().runtime().modules()));
    ArrayNode graph = node.putArray("modules");
    built.modules().stream().map(ModuleName::value).forEach(graph::add);
    ArrayNode warnings = node.putArray("warnings");
    built.warnings().stream().map(Problem::toString).forEach(warnings::add);
    report.ifPresent(r -> node.set("verification", parse(r.toJson())));
    return node;
  }

  private static JsonNode parse(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report is always JSON", e);
    }
  }

  static String text(Object tree) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of strings and numbers is always JSON", e);
    }
  }
}
