package dev.parka.verify.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parka.runtime.modules.NearMisses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What a JSON value may be. */
sealed interface Shape {

  /** Collects all places at which the value is something else. */
  void check(String path, JsonNode value, List<SchemaFault> faults);

  /** The place of something in an object. */
  static String at(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static void fault(
      List<SchemaFault> faults, String path, String expected, JsonNode actual) {
    String text = actual.isValueNode() ? actual.asText() : actual.getNodeType().name();
    faults.add(
        new SchemaFault(
            path, expected, actual.isValueNode() ? text : text.toLowerCase(Locale.ROOT), false));
  }

  /**
   * A text.
   *
   * @param pattern what all of it matches
   * @param what the pattern in words
   */
  record Text(Pattern pattern, String what) implements Shape {

    static final Text ANY = of("(?s).*", "a text");

    static Text of(String pattern, String what) {
      return new Text(Pattern.compile(pattern), what);
    }

    @Override
    public void check(String path, JsonNode value, List<SchemaFault> faults) {
      if (!value.isTextual() || !pattern.matcher(value.textValue()).matches()) {
        fault(faults, path, what, value);
      }
    }
  }

  /**
   * A whole number.
   *
   * @param least the smallest
   * @param most the largest
   */
  record Whole(long least, long most) implements Shape {

    static final Whole NATURAL = new Whole(0, Long.MAX_VALUE);

    @Override
    public void check(String path, JsonNode value, List<SchemaFault> faults) {
      if (!value.isIntegralNumber() || value.longValue() < least || value.longValue() > most) {
        fault(faults, path, least == most ? String.valueOf(least) : "a number", value);
      }
    }
  }

  /** True or false. */
  record Flag() implements Shape {

    @Override
    public void check(String path, JsonNode value, List<SchemaFault> faults) {
      if (!value.isBoolean()) {
        fault(faults, path, "true or false", value);
      }
    }
  }

  /**
   * A list, or null, which Go writes for an empty one.
   *
   * @param element what each element is
   */
  record ListOf(Shape element) implements Shape {

    @Override
    public void check(String path, JsonNode value, List<SchemaFault> faults) {
      if (!value.isArray()) {
        if (!value.isNull()) {
          fault(faults, path, "a list", value);
        }
        return;
      }
      for (int i = 0; i < value.size(); i++) {
        element.check(path + "[" + i + "]", value.get(i), faults);
      }
    }
  }

  /**
   * An object whose keys mean nothing to this specification, or null.
   *
   * @param value what each value is
   */
  record MapOf(Shape value) implements Shape {

    @Override
    public void check(String path, JsonNode actual, List<SchemaFault> faults) {
      if (!actual.isObject()) {
        if (!actual.isNull()) {
          fault(faults, path, "an object", actual);
        }
        return;
      }
      actual.properties().forEach(e -> value.check(at(path, e.getKey()), e.getValue(), faults));
    }
  }

  /**
   * An object with keys that have a meaning.
   *
   * @param required keys that must be there
   * @param optional keys that may be there, or be null
   */
  record Members(Map<String, Shape> required, Map<String, Shape> optional) implements Shape {

    static final Members NONE = new Members(Map.of(), Map.of());

    Members with(String key, Shape shape) {
      Map<String, Shape> more = new LinkedHashMap<>(required);
      more.put(key, shape);
      return new Members(more, optional);
    }

    Members maybe(String key, Shape shape) {
      Map<String, Shape> more = new LinkedHashMap<>(optional);
      more.put(key, shape);
      return new Members(required, more);
    }

    @Override
    public void check(String path, JsonNode value, List<SchemaFault> faults) {
      if (!value.isObject()) {
        fault(faults, path, "an object", value);
        return;
      }
      required.forEach(
          (key, shape) -> {
            if (value.hasNonNull(key)) {
              shape.check(at(path, key), value.get(key), faults);
            } else {
              faults.add(new SchemaFault(at(path, key), "a value", "nothing", false));
            }
          });
      value.properties().forEach(entry -> member(path, entry.getKey(), entry.getValue(), faults));
    }

    private void member(String path, String key, JsonNode value, List<SchemaFault> faults) {
      Shape shape = optional.get(key);
      if (shape != null) {
        if (!value.isNull()) {
          shape.check(at(path, key), value, faults);
        }
      } else if (!required.containsKey(key)) {
        // Unknown keys are allowed; one that is nearly a known one was meant to be it.
        Map<String, Shape> known = new LinkedHashMap<>(required);
        known.putAll(optional);
        List<String> near = NearMisses.of(key, known.keySet());
        if (!near.isEmpty()) {
          faults.add(new SchemaFault(at(path, key), "the key " + near.get(0), "nothing", true));
        }
      }
    }
  }
}
