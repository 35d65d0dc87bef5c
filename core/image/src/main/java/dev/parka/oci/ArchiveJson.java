package dev.parka.oci;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.tree.Content;
import dev.parka.spec.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A JSON object of an image; what is missing or of another type is a typed problem. */
record ArchiveJson(String document, String path, JsonNode node) {

  /** Registries refuse manifests above 4 MiB; a configuration has no business to be larger. */
  static final int MAX_BYTES = 4 << 20;

  // What one reader takes from a repeated key another may not: there is no innocent one.
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads a document.
   *
   * @throws ParkaException [BadDocument] if it is too large or no JSON object
   */
  static ArchiveJson read(String document, Content content) throws IOException {
    JsonNode node = parse(document, content);
    if (!node.isObject()) {
      throw bad(document, "is no JSON object");
    }
    return new ArchiveJson(document, "", node);
  }

  /**
   * Reads a document that is a list of objects.
   *
   * @throws ParkaException [BadDocument] if it is too large or no such list
   */
  static List<ArchiveJson> readList(String document, Content content) throws IOException {
    JsonNode node = parse(document, content);
    if (!node.isArray()) {
      throw bad(document, "is no JSON list");
    }
    ArchiveJson list = new ArchiveJson(document, "", node);
    List<ArchiveJson> objects = new ArrayList<>();
    for (JsonNode element : node) {
      objects.add(list.object(element, "[" + objects.size() + "]"));
    }
    return objects;
  }

  private static JsonNode parse(String document, Content content) throws IOException {
    byte[] bytes;
    try (InputStream in = content.open()) {
      bytes = in.readNBytes(MAX_BYTES + 1);
    }
    if (bytes.length > MAX_BYTES) {
      throw bad(document, "has more than " + MAX_BYTES + " bytes");
    }
    try {
      return MAPPER.readTree(bytes);
    } catch (JsonProcessingException e) {
      throw bad(document, "is no JSON: " + Printable.of(e.getOriginalMessage()));
    }
  }

  String text(String key) {
    return optionalText(key).orElseThrow(() -> wrong(key, "text"));
  }

  Optional<String> optionalText(String key) {
    return value(key).map(v -> text(v, key));
  }

  long number(String key) {
    return optionalNumber(key).orElseThrow(() -> wrong(key, "number"));
  }

  Optional<Long> optionalNumber(String key) {
    Optional<JsonNode> value = value(key);
    if (value.isPresent() && !(value.get().isIntegralNumber() && value.get().canConvertToLong())) {
      throw wrong(key, "number");
    }
    return value.map(JsonNode::longValue);
  }

  boolean flag(String key) {
    Optional<JsonNode> value = value(key);
    if (value.isPresent() && !value.get().isBoolean()) {
      throw wrong(key, "truth value");
    }
    return value.isPresent() && value.get().booleanValue();
  }

  Digest digest(String key) {
    return digest(text(key), key);
  }

  List<Digest> digests(String key) {
    List<Digest> digests = new ArrayList<>();
    texts(key).forEach(text -> digests.add(digest(text, key)));
    return digests;
  }

  ArchiveJson object(String key) {
    return optional(key).orElseThrow(() -> wrong(key, "object"));
  }

  Optional<ArchiveJson> optional(String key) {
    return value(key).map(v -> object(v, key));
  }

  List<ArchiveJson> objects(String key) {
    List<ArchiveJson> objects = new ArrayList<>();
    for (JsonNode element : array(key)) {
      objects.add(object(element, key + "[" + objects.size() + "]"));
    }
    return objects;
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode element : array(key)) {
      texts.add(text(element, key + "[" + texts.size() + "]"));
    }
    return texts;
  }

  /** The keys of an object that stands for a set, as {@code ExposedPorts} does. */
  SortedSet<String> keys(String key) {
    NavigableSet<String> keys = new TreeSet<>();
    optional(key).ifPresent(o -> o.node.fieldNames().forEachRemaining(keys::add));
    return keys;
  }

  SortedMap<String, String> map(String key) {
    SortedMap<String, String> map = new TreeMap<>();
    keys(key).forEach(k -> map.put(k, object(key).text(k)));
    return map;
  }

  private Iterable<JsonNode> array(String key) {
    Optional<JsonNode> value = value(key);
    if (value.isEmpty()) {
      return Collections.emptyList();
    }
    if (!value.get().isArray()) {
      throw wrong(key, "list");
    }
    return value.get();
  }

  private Optional<JsonNode> value(String key) {
    return Optional.ofNullable(node.get(key)).filter(v -> !v.isNull());
  }

  private String text(JsonNode value, String key) {
    if (!value.isTextual()) {
      throw wrong(key, "text");
    }
    return value.textValue();
  }

  private ArchiveJson object(JsonNode value, String key) {
    if (!value.isObject()) {
      throw wrong(key, "object");
    }
    return new ArchiveJson(document, path + key + ".", value);
  }

  private Digest digest(String text, String key) {
    try {
      return Digest.parse(text);
    } catch (ParkaException e) {
      throw wrong(key, "SHA-256 digest");
    }
  }

  private ParkaException wrong(String key, String type) {
    return bad(document, "has no " + type + " at " + Printable.of(path + key));
  }

  private static ParkaException bad(String document, String fact) {
    return new ParkaException(
        ArchiveProblem.BAD_DOCUMENT, document + " " + fact, "build or copy the image again");
  }
}
