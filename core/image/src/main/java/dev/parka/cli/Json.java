package dev.parka.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parka.image.BuiltImage;
import dev.parka.oci.Layer;
import dev.parka.runtime.Problem;
import dev.parka.runtime.complete.Unresolved;
import dev.parka.runtime.modules.ModuleName;
import dev.parka.runtime.modules.Reason;
import dev.parka.runtime.modules.RootModules;
import dev.parka.runtime.rootfs.SystemPackage;
import dev.parka.runtime.startup.Reproducibility;
import dev.parka.runtime.startup.StartupArchive;
import dev.parka.verify.VerificationReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;

/** Results for programs. */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ArrayNode array() {
    return MAPPER.createArrayNode();
  }

  static ObjectNode modules(RootModules modules) {
    ObjectNode node = MAPPER.createObjectNode();
    node.set("modules", reasons(modules.reasons()));
    node.set("leftOut", reasons(modules.leftOut()));
    return node;
  }

  private static ArrayNode reasons(SortedMap<ModuleName, List<Reason>> modules) {
    ArrayNode array = MAPPER.createArrayNode();
    modules.forEach(
        (module, reasons) -> {
          ObjectNode node = array.addObject();
          node.put("module", module.value());
          ArrayNode why = node.putArray("reasons");
          reasons.forEach(
              reason -> why.addObject().put("text", reason.text()).put("weak", reason.isWeak()));
        });
    return array;
  }

  static ObjectNode unresolved(boolean good, List<Unresolved> unresolved) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("good", good);
    ArrayNode array = node.putArray("unresolved");
    for (Unresolved one : unresolved) {
      ObjectNode entry = array.addObject();
      entry.put("kind", one.kind().name().toLowerCase(Locale.ROOT));
      entry.put("user", one.user());
      entry.put("used", one.used());
      entry.put("member", one.member());
      entry.put("jar", one.jar());
      one.module().ifPresent(module -> entry.put("module", module.value()));
      entry.put("runs", one.runs());
    }
    return node;
  }

  static ObjectNode image(BuiltImage built, Optional<VerificationReport> report) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("reference", built.image().reference().toString());
    node.put("platform", built.image().platform().toString());
    node.put("digest", built.digest().toString());
    node.put("storedSize", built.image().storedSize());
    node.put("unpackedSize", built.image().unpackedSize());
    node.put("linkedTwice", built.isProven());
    ArrayNode layers = node.putArray("layers");
    for (Layer layer : built.image().layers()) {
      ObjectNode entry = layers.addObject();
      entry.put("kind", layer.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      entry.put("digest", layer.descriptor().digest().toString());
      entry.put("diffId", layer.diffId().toString());
      entry.put("storedSize", layer.descriptor().size());
      entry.put("unpackedSize", layer.unpackedSize());
    }
    RootModules roots = built.plan().runtime().modules();
    node.set("rootModules", reasons(roots.reasons()));
    node.set("leftOut", reasons(roots.leftOut()));
    ArrayNode graph = node.putArray("modules");
    built.modules().stream().map(ModuleName::value).forEach(graph::add);
    ArrayNode packages = node.putArray("packages");
    for (SystemPackage one : built.packages()) {
      packages
          .addObject()
          .put("name", one.name())
          .put("version", one.version())
          .put("architecture", one.architecture());
    }
    built.startupArchive().ifPresent(archive -> node.set("startup", startup(archive)));
    ArrayNode strips = node.putArray("strips");
    built
        .saved()
        .forEach(
            (kind, bytes) ->
                strips
                    .addObject()
                    .put("strip", kind.word())
                    .put("savedSize", bytes)
                    .put("cost", kind.cost()));
    ArrayNode warnings = node.putArray("warnings");
    built.warnings().stream().map(Problem::toString).forEach(warnings::add);
    report.ifPresent(r -> node.set("verification", parse(r.toJson())));
    return node;
  }

  private static ObjectNode startup(StartupArchive archive) {
    return object()
        .put("kind", archive.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("digest", "sha256:" + archive.digest())
        .put("madeFrom", "sha256:" + archive.key())
        .put("sharedClasses", archive.traits().sharedClasses())
        .put("linkedAhead", archive.traits().linkedAhead())
        .put("isReproducible", archive.traits().reproducibility() == Reproducibility.PROVEN);
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
