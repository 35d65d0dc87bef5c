package dev.parka.runtime.reach;

import java.util.ArrayList;
import java.util.List;

/** The classes in descriptors that have been checked (JVMS 4.3). */
final class Descriptors {

  private Descriptors() {}

  /** The internal names in a descriptor such as {@code (Ljava/lang/String;[I)Ljava/util/List;}. */
  static List<String> classes(String descriptor) {
    List<String> names = new ArrayList<>();
    for (int i = descriptor.indexOf('L'); i >= 0; i = descriptor.indexOf('L', i)) {
      int end = descriptor.indexOf(';', i);
      names.add(descriptor.substring(i + 1, end));
      i = end;
    }
    return names;
  }
}
