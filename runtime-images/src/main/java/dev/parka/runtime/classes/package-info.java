/**
 * Class files and where they lie. {@link dev.parka.runtime.classes.ClassPath} and {@link
 * dev.parka.runtime.classes.ModulePath} check what they are given and hand out a {@link
 * dev.parka.runtime.classes.ClassSource} for each entry; {@link
 * dev.parka.runtime.classes.ApplicationClasses} opens all of them, the jars in their jars too,
 * knows every class by name, and reads one when it is asked for; a {@link
 * dev.parka.runtime.classes.ClassFile} says what it refers to, and what its code does.
 *
 * <h2>What fails, and what does not</h2>
 *
 * A jar that cannot be opened or that is made to deceive stops the work. A damaged class file, or
 * one that is too new for the JDK, is a warning when it is read: nothing is lost if nothing leads
 * to it. All problems are collected and told together. No more is read of a file than its jar says
 * it has, and no more of a jar than any honest jar has.
 *
 * <p>Depends on {@code dev.parka.runtime} and {@code dev.parka.runtime.cache}.
 */
@NullMarked
package dev.parka.runtime.classes;

import org.jspecify.annotations.NullMarked;
