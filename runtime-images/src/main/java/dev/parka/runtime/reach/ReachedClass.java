package dev.parka.runtime.reach;

import dev.parka.runtime.classes.ClassDefinition;
import java.util.List;
import java.util.Set;

/**
 * A class of the application that was reached.
 *
 * @param name its internal name
 * @param definitions what the class path has of it
 * @param references what they refer to
 * @param strings its string constants, as far as they are short
 * @param names those of them that could be the name of a class, as internal names
 * @param step how it was reached
 */
public record ReachedClass(
    String name,
    List<ClassDefinition> definitions,
    List<Reference> references,
    Set<String> strings,
    Set<String> names,
    Step step) {}
