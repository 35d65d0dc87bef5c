package dev.parka.processor;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.parka.annotations.Strip;
import java.util.List;
import java.util.Map;

/** The types of lists that a handle returns. */
final class HandleTypes {

  /** {@code List<String>}. */
  static final TypeName TEXTS = listOf(ClassName.get(String.class));

  /** {@code List<Integer>}. */
  static final TypeName NUMBERS = listOf(ClassName.get(Integer.class));

  /** {@code List<Map.Entry<String, String>>}. */
  static final TypeName ENTRIES =
      listOf(
          ParameterizedTypeName.get(
              ClassName.get(Map.Entry.class),
              ClassName.get(String.class),
              ClassName.get(String.class)));

  /** {@code List<Strip>}. */
  static final TypeName STRIPS = listOf(ClassName.get(Strip.class));

  private HandleTypes() {}

  private static TypeName listOf(TypeName item) {
    return ParameterizedTypeName.get(ClassName.get(List.class), item);
  }
}
