/**
 * Which JDK modules an application needs, each with its reason. {@link
 * dev.parka.runtime.modules.ModuleInference} is the seam: class files in, {@link
 * dev.parka.runtime.modules.RootModules} out. The processor and the core library call the same
 * implementation on the same bytes. Depends on {@code dev.parka.runtime.jdk} and ASM.
 *
 * <h2>The way</h2>
 *
 * <ol>
 *   <li>{@link dev.parka.runtime.modules.ClassPath} checks the entries and gives a {@link
 *       dev.parka.runtime.modules.ClassSource} for each.
 *   <li>{@code SourceReader} reads each file once, the jars inside jars too, and keeps for each
 *       class the version that the JDK would load: the highest that a multi-release jar has for it,
 *       from the first entry of the class path that has it. {@code ClassFileReader} turns each file
 *       into {@code ClassReferences}, free of bytes.
 *   <li>Each {@code ModuleRule} looks at all that was read, at the {@code ModuleCatalog} of the JDK
 *       and at what the user says, and adds reasons.
 *   <li>{@code Exclusions} takes out what the user wants left out.
 * </ol>
 *
 * <h2>Strings</h2>
 *
 * A string constant that is exactly the name of a class of the JDK counts as a weak reason, for
 * reflection is what references cannot show. Not so for {@code java.desktop}: whoever only names
 * {@code java.beans.Introspector} or {@code java.awt.Desktop} asks whether it is there and does
 * without. Over ten applications on JDK 17, what is linked beyond need was 14.4 % of the bytes
 * without strings, 16.6 % with them, and 18.8 % with those that name {@code java.desktop}; all
 * three lists contain what eight of the ten need. References to classes that the JDK does not have
 * never count, whatever their package.
 *
 * <h2>What fails, and what does not</h2>
 *
 * A jar that cannot be opened or that is made to deceive stops the work; a damaged class file, or
 * one that is too new for the JDK, is a warning, as nothing is lost if it is never loaded. All
 * problems are collected and told together.
 */
@NullMarked
package dev.parka.runtime.modules;

import org.jspecify.annotations.NullMarked;
