package dev.parka.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.VariableElement;

/**
 * The values that the source gives to an annotation's attributes, by name. What a default is,
 * {@code ImageDescriptor} says: javac 17 can hand out defaults that it has not read yet.
 */
final class AnnotationValues {

  /**
   * How the compiler shows a value that it could not make out, such as a constant of a class that
   * is yet to be generated. A string of these characters is shown in quotes.
   */
  private static final String UNRESOLVED = "<error>";

  private final SortedMap<String, AnnotationValue> values = new TreeMap<>();

  AnnotationValues(AnnotationMirror mirror) {
    mirror
        .getElementValues()
        .forEach((attribute, value) -> values.put(attribute.getSimpleName().toString(), value));
  }

  /** Whether the compiler knows every value. */
  boolean areResolved() {
    return values.values().stream().allMatch(AnnotationValues::isResolved);
  }

  /** Whether the source gives a value to each of the attributes, as it must where none is usual. */
  boolean have(List<String> attributes) {
    return values.keySet().containsAll(attributes);
  }

  /** One value. */
  <T> T get(String attribute, Class<T> type, T usual) {
    return Optional.ofNullable(values.get(attribute))
        .map(value -> type.cast(value.getValue()))
        .orElse(usual);
  }

  /** A constant of an enum. */
  <E extends Enum<E>> E constant(String attribute, Class<E> type, E usual) {
    return Optional.ofNullable(values.get(attribute))
        .map(value -> (VariableElement) value.getValue())
        .map(constant -> Enum.valueOf(type, constant.getSimpleName().toString()))
        .orElse(usual);
  }

  /** A list of values. */
  <T> List<T> all(String attribute, Class<T> type, List<T> usual) {
    return Optional.ofNullable(values.get(attribute))
        .map(value -> items(value, type))
        .orElse(usual);
  }

  /** A list of constants of an enum. */
  <E extends Enum<E>> List<E> constants(String attribute, Class<E> type, List<E> usual) {
    return values.containsKey(attribute)
        ? all(attribute, VariableElement.class, List.of()).stream()
            .map(constant -> Enum.valueOf(type, constant.getSimpleName().toString()))
            .toList()
        : usual;
  }

  /** A nested annotation, if the source has it. */
  Optional<AnnotationValues> annotation(String attribute) {
    return Optional.ofNullable(values.get(attribute))
        .map(value -> new AnnotationValues((AnnotationMirror) value.getValue()));
  }

  /** A list of nested annotations. */
  List<AnnotationValues> annotations(String attribute) {
    return all(attribute, AnnotationMirror.class, List.of()).stream()
        .map(AnnotationValues::new)
        .toList();
  }

  private static <T> List<T> items(AnnotationValue list, Class<T> type) {
    List<T> items = new ArrayList<>();
    for (Object item : (List<?>) list.getValue()) {
      items.add(type.cast(((AnnotationValue) item).getValue()));
    }
    return items;
  }

  private static boolean isResolved(AnnotationValue value) {
    if (value.toString().equals(UNRESOLVED)) {
      return false;
    }
    Object content = value.getValue();
    if (content instanceof AnnotationMirror nested) {
      return new AnnotationValues(nested).areResolved();
    }
    return !(content instanceof List<?> list)
        || list.stream().allMatch(item -> isResolved((AnnotationValue) item));
  }
}
