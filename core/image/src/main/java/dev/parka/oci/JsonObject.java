package dev.parka.oci;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A JSON object (RFC 8259) to be written, compact, its members in the order in which they were put.
 * The few documents of an image need no library, whose classes take longer to load than a build may
 * take in which nothing has changed.
 */
final class JsonObject {

  /** JSON that is written already. */
  record Written(String json) {}

  private final Map<String, Object> members = new LinkedHashMap<>();

  /** An object of texts. */
  static JsonObject of(Map<String, String> texts) {
    JsonObject object = new JsonObject();
    texts.forEach(object::put);
    return object;
  }

  /** Puts a text. */
  JsonObject put(String name, String text) {
    members.put(name, text);
    return this;
  }

  /** Puts a number. */
  JsonObject put(String name, long number) {
    members.put(name, number);
    return this;
  }

  /** Puts an object. */
  JsonObject put(String name, JsonObject object) {
    members.put(name, object);
    return this;
  }

  /** Puts what is written already. */
  JsonObject put(String name, Written json) {
    members.put(name, json);
    return this;
  }

  /** Puts an array of texts or objects. */
  JsonObject put(String name, List<?> elements) {
    members.put(name, elements);
    return this;
  }

  /** The same, unless there are none. */
  JsonObject putAll(String name, List<String> texts) {
    return texts.isEmpty() ? this : put(name, texts);
  }

  /** Its text as UTF-8. */
  byte[] bytes() {
    return text(this);
  }

  /** The text of an array. */
  static byte[] bytes(List<JsonObject> elements) {
    return text(elements);
  }

  private static byte[] text(Object value) {
    StringBuilder text = new StringBuilder();
    write(value, text);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void write(Object value, StringBuilder text) {
    if (value instanceof JsonObject object) {
      char separator = '{';
      for (Map.Entry<String, Object> member : object.members.entrySet()) {
        quote(member.getKey(), text.append(separator));
        write(member.getValue(), text.append(':'));
        separator = ',';
      }
      text.append(separator == '{' ? "{}" : "}");
    } else if (value instanceof List<?> elements) {
      char separator = '[';
      for (Object element : elements) {
        write(element, text.append(separator));
        separator = ',';
      }
      text.append(separator == '[' ? "[]" : "]");
    } else if (value instanceof Written written) {
      text.append(written.json());
    } else if (value instanceof Long) {
      text.append(value);
    } else {
      quote(value.toString(), text);
    }
  }

  private static void quote(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        default -> {
          if (c < ' ') {
            text.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
