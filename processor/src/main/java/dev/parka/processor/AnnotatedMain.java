package dev.parka.processor;

import dev.parka.annotations.ContainerImage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * A class that is annotated with {@code @ContainerImage}.
 *
 * @param type the class
 * @param annotation the annotation on it
 * @param binaryName such as {@code com.acme.Outer$Inner}
 */
record AnnotatedMain(TypeElement type, AnnotationMirror annotation, String binaryName) {

  /** The annotated class of this name; empty if it is gone. */
  static Optional<AnnotatedMain> find(Elements elements, String qualifiedName) {
    TypeElement type = elements.getTypeElement(qualifiedName);
    if (type == null) {
      return Optional.empty();
    }
    return type.getAnnotationMirrors().stream()
        .filter(AnnotatedMain::isContainerImage)
        .findFirst()
        .map(mirror -> new AnnotatedMain(type, mirror, elements.getBinaryName(type).toString()));
  }

  private static boolean isContainerImage(AnnotationMirror mirror) {
    return ((TypeElement) mirror.getAnnotationType().asElement())
        .getQualifiedName()
        .contentEquals(ContainerImage.class.getName());
  }

  /** The annotation in the words of the core library; to be used when it is resolved. */
  AnnotationDescriptor descriptor() {
    return new AnnotationDescriptor(binaryName, new AnnotationValues(annotation));
  }

  /**
   * Whether all is known that matters. Where another processor is yet to generate a superclass or a
   * constant, it is not, and a later round sees more.
   */
  boolean isResolved(Types types) {
    return descriptor().isResolved()
        && (declaresMain() || hasResolvedSupertypes(types, type.asType()));
  }

  /** Then it does not matter what is inherited. */
  private boolean declaresMain() {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .anyMatch(method -> method.getSimpleName().contentEquals("main"));
  }

  private static boolean hasResolvedSupertypes(Types types, TypeMirror type) {
    return type.getKind() != TypeKind.ERROR
        && (!(type instanceof DeclaredType)
            || types.directSupertypes(type).stream()
                .allMatch(supertype -> hasResolvedSupertypes(types, supertype)));
  }

  /** What the source has at an attribute, if it mentions it at all. */
  Optional<AnnotationValue> value(String attribute, OptionalInt index) {
    return annotation.getElementValues().entrySet().stream()
        .filter(entry -> entry.getKey().getSimpleName().contentEquals(attribute))
        .map(entry -> (AnnotationValue) entry.getValue())
        .findFirst()
        .map(value -> index.isPresent() ? item(value, index.getAsInt()) : value);
  }

  private static AnnotationValue item(AnnotationValue value, int index) {
    return value.getValue() instanceof List<?> items && index < items.size()
        ? (AnnotationValue) items.get(index)
        : value;
  }
}
