package dev.parka.runtime.classes;

/**
 * One of the class files that define a class: two jars may have one each.
 *
 * @param source where it lies
 * @param entry its file
 * @param file what it says
 */
public record ClassDefinition(ApplicationSource source, SourceFile entry, ClassFile file) {}
