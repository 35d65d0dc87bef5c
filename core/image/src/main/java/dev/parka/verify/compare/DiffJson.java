package dev.parka.verify.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A comparison for programs. */
final class DiffJson {

  private static final JsonMapper MAPPER = new JsonMapper();

  private DiffJson() {}

  static String render(ImageDiff diff, boolean strict) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("same", diff.isSame());
    json.put("equivalent", diff.isEquivalent());
    image(diff.before(), json.putObject("before"));
    image(diff.after(), json.putObject("after"));
    ArrayNode sizes = json.putArray("sizeChanges");
    for (SizeChange change : diff.sizeChanges()) {
      sizes
          .addObject()
          .put("place", change.place())
          .put("before", change.before())
          .put("after", change.after());
    }
    ArrayNode differences = json.putArray("differences");
    for (Difference one : diff.counted(strict)) {
      differences
          .addObject()
          .put("aspect", one.aspect().toString())
          .put("subject", one.subject())
          .put("before", one.before())
          .put("after", one.after());
    }
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree of plain values can be written", e);
    }
  }

  private static void image(ImageContents image, ObjectNode json) {
    json.put("digest", image.manifest().toString());
    json.put("storedSize", image.storedSize());
    json.put("unpackedSize", image.unpackedSize());
  }
}
