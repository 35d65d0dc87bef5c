/**
 * Which JDK modules an application needs, each with its reason. {@link
 * dev.parka.runtime.modules.ModuleInference} is the seam: class files in, {@link
 * dev.parka.runtime.modules.RootModules} out. The processor and the core library call the same
 * {@link dev.parka.runtime.modules.ReferenceInference} on the same bytes.
 *
 * <h2>The way</h2>
 *
 * <ol>
 *   <li>{@code dev.parka.runtime.classes} opens the class path.
 *   <li>{@code RootFinder} finds where the application begins: main class, agents, and what the
 *       files of {@code mentions.txt} and the flags name.
 *   <li>{@code dev.parka.runtime.reach} finds the classes that can be reached from there.
 *   <li>Each {@code ModuleRule} looks at them and adds reasons: references, string constants that
 *       are names of classes, and the signals of {@code signals.txt} for what no reference shows.
 *   <li>{@code Thrift} links every light module that there is a reason for, and of the dear ones
 *       those that code which can run uses.
 *   <li>{@code Exclusions} takes out what the user wants left out.
 * </ol>
 *
 * <h2>Words</h2>
 *
 * A <em>reason</em> is weak where it is a name or a shape that often, not always, means that the
 * module is needed. A module is <em>dear</em> if it and what only it requires weigh more than
 * {@code Thrift.DEAR}; that is so for java.desktop, java.xml, jdk.compiler, jdk.localedata and few
 * others.
 *
 * <p>Depends on {@code dev.parka.runtime.jdk}, {@code classes}, {@code reach} and {@code cache}.
 */
@NullMarked
package dev.parka.runtime.modules;

import org.jspecify.annotations.NullMarked;
