package dev.parka.runtime.modules;

import java.util.List;

/**
 * What one class file names: the fact that every rule starts from, free of bytes.
 *
 * @param name the class's own binary name, such as {@code com.acme.App}
 * @param classes the binary names of the classes that it refers to, sorted, each once
 * @param strings its string constants that could be class names, sorted, each once
 */
record ClassReferences(String name, List<String> classes, List<String> strings) {

  ClassReferences {
    classes = List.copyOf(classes);
    strings = List.copyOf(strings);
  }
}
