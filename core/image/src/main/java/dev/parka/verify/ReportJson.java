package dev.parka.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parka.verify.boot.BootResult;
import java.util.List;
import java.util.Locale;

/** A report for programs. */
final class ReportJson {

  private static final JsonMapper MAPPER = new JsonMapper();

  private ReportJson() {}

  static String render(VerificationReport report) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("good", report.isGood());
    report.facts().ifPresent(facts -> facts(facts, json));
    ArrayNode checks = json.putArray("checks");
    report.checks().forEach(check -> checks.add(check.toString()));
    ArrayNode findings = json.putArray("findings");
    report.findings().forEach(finding -> finding(finding, findings.addObject()));
    if (!report.suppressed().isEmpty()) {
      ArrayNode suppressed = json.putArray("suppressed");
      for (SuppressedFinding known : report.suppressed()) {
        ObjectNode object = suppressed.addObject();
        finding(known.finding(), object);
        object.put("reason", known.reason());
      }
    }
    report.boot().ifPresent(boot -> boot(boot, json.putObject("boot")));
    texts(json, "notes", report.notes());
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can be written", e);
    }
  }

  private static void facts(ImageFacts facts, ObjectNode json) {
    json.put("manifest", facts.manifest().toString());
    facts.platform().ifPresent(platform -> json.put("platform", platform));
    ArrayNode layers = json.putArray("layers");
    for (ImageFacts.LayerFacts layer : facts.layers()) {
      ObjectNode object = layers.addObject();
      object.put("digest", layer.digest().toString());
      layer.diffId().ifPresent(diffId -> object.put("diffId", diffId.toString()));
      object.put("storedSize", layer.storedSize());
      object.put("unpackedSize", layer.unpackedSize());
      object.put("entries", layer.entries());
    }
  }

  private static void finding(Finding finding, ObjectNode json) {
    json.put("id", finding.id().id());
    json.put("severity", lower(finding.severity()));
    json.put("subject", finding.subject());
    json.put("expected", finding.expected());
    json.put("actual", finding.actual());
    texts(json, "output", finding.output());
  }

  private static void boot(BootResult boot, ObjectNode json) {
    json.put("outcome", lower(boot.outcome()));
    json.put("isolation", lower(boot.isolation()));
    json.put("probe", boot.probe().toString());
    json.put("user", boot.run().user());
    boot.run().answeredAfter().ifPresent(time -> json.put("milliseconds", time.toMillis()));
    boot.run().exitCode().ifPresent(code -> json.put("exitCode", code));
    texts(json, "notes", boot.notes());
    texts(json, "output", boot.run().output());
  }

  private static void texts(ObjectNode json, String key, List<String> texts) {
    if (!texts.isEmpty()) {
      ArrayNode array = json.putArray(key);
      texts.forEach(array::add);
    }
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
