package dev.parka.runtime.modules;

import java.util.Set;

/**
 * What one class does, as far as signals tell.
 *
 * @param classes the internal names of the classes that it refers to
 * @param members the fields and methods that it refers to, such as {@code java/util/Locale.GERMAN}
 * @param strings its string constants
 */
record Facts(Set<String> classes, Set<String> members, Set<String> strings) {}
