package dev.parka.runtime.classes;

import java.util.ArrayList;
import java.util.List;

/** Reads RuntimeVisibleAnnotations attributes (JVMS 4.7.16). */
final class AnnotationReader {

  /** Annotations in annotations: the compiler's own limit is far below. */
  private static final int DEEPEST = 64;

  private final ClassBytes whole;
  private final ConstantPool pool;
  private final NameTable.Counted values;

  /** Prepares to add the classes that are values of elements to a set. */
  AnnotationReader(ClassBytes whole, ConstantPool pool, NameTable.Counted values) {
    this.whole = whole;
    this.pool = pool;
    this.values = values;
  }

  /** Reads an attribute's content; answers with the types of the annotations. */
  List<String> read(int begin, int end) throws BadClassFileException {
    ClassBytes bytes = whole.part(begin, end);
    List<String> types = new ArrayList<>();
    for (int count = bytes.u2(); count > 0; count--) {
      types.addAll(readAnnotation(bytes, 0));
    }
    return types;
  }

  private List<String> readAnnotation(ClassBytes bytes, int depth) throws BadClassFileException {
    List<String> type = new ArrayList<>(1);
    for (NameTable.Name name : pool.descriptorClasses(bytes.u2())) {
      type.add(name.text);
    }
    for (int count = bytes.u2(); count > 0; count--) {
      bytes.skip(2);
      readValue(bytes, depth);
    }
    return type;
  }

  private void readValue(ClassBytes bytes, int depth) throws BadClassFileException {
    if (depth > DEEPEST) {
      throw new BadClassFileException("its annotations are nested too deep");
    }
    switch (bytes.u1()) {
      case 'c' -> values.addAll(pool.descriptorClasses(bytes.u2()));
      case 'e' -> bytes.skip(4);
      case '@' -> readAnnotation(bytes, depth + 1);
      case '[' -> {
        for (int count = bytes.u2(); count > 0; count--) {
          readValue(bytes, depth + 1);
        }
      }
      default -> bytes.skip(2);
    }
  }
}
