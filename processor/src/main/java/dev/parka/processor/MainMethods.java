package dev.parka.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Finds methods named {@code main} the way {@code Class.getMethodsRecursive} does for the launcher:
 * in the class, then in its superclass with all that stands above that, then in its interfaces,
 * whose static methods are not inherited.
 */
final class MainMethods {

  /** What the method takes. */
  enum Parameters {
    /** One array of strings. */
    STRINGS,
    /** Nothing. */
    NONE
  }

  /** Who may call the method. */
  enum Access {
    /** Everyone. */
    PUBLIC,
    /** It does not matter who. */
    ANY
  }

  private final Types types;
  private final TypeMirror strings;

  MainMethods(Elements elements, Types types) {
    this.types = types;
    this.strings = types.getArrayType(elements.getTypeElement("java.lang.String").asType());
  }

  /** The method that the launcher would look at. */
  Optional<ExecutableElement> find(TypeElement type, Parameters parameters, Access access) {
    return find(type, parameters, access, true);
  }

  private Optional<ExecutableElement> find(
      TypeElement type, Parameters parameters, Access access, boolean statics) {
    return declared(type)
        .filter(method -> has(method, parameters))
        .filter(m -> access == Access.ANY || m.getModifiers().contains(Modifier.PUBLIC))
        .filter(method -> statics || !method.getModifiers().contains(Modifier.STATIC))
        .findFirst()
        .or(() -> superclass(type).flatMap(s -> find(s, parameters, access, statics)))
        .or(
            () ->
                interfaces(type)
                    .flatMap(i -> find(i, parameters, access, false).stream())
                    .findFirst());
  }

  /** Every method of the name in the class and above it, nearest first. */
  List<ExecutableElement> all(TypeElement type) {
    List<ExecutableElement> all = new ArrayList<>(declared(type).toList());
    superclass(type).ifPresent(superclass -> all.addAll(all(superclass)));
    interfaces(type).forEach(i -> all.addAll(all(i)));
    return all;
  }

  /** Whether the method's parameters are these, once generics are erased. */
  boolean has(ExecutableElement method, Parameters parameters) {
    return switch (parameters) {
      case NONE -> method.getParameters().isEmpty();
      case STRINGS ->
          method.getParameters().size() == 1
              && types.isSameType(types.erasure(method.getParameters().get(0).asType()), strings);
    };
  }

  private static Stream<ExecutableElement> declared(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .filter(method -> method.getSimpleName().contentEquals("main"));
  }

  private static Optional<TypeElement> superclass(TypeElement type) {
    return element(type.getSuperclass());
  }

  private static Stream<TypeElement> interfaces(TypeElement type) {
    return type.getInterfaces().stream().flatMap(i -> element(i).stream());
  }

  private static Optional<TypeElement> element(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? Optional.of((TypeElement) declared.asElement())
        : Optional.empty();
  }
}
