/**
 * What an application cannot reach of the modules that are linked for it: a {@link
 * dev.parka.runtime.lean.LeanRequest} in, {@link dev.parka.runtime.lean.ExcludedResources} for
 * jlink's {@code --exclude-resources} out. Off unless asked for: what is left out and needed after
 * all is a {@code NoClassDefFoundError} that names it.
 *
 * <h2>The way</h2>
 *
 * <ol>
 *   <li>{@code LeanRoots}: every class of the application that {@code dev.parka.runtime.reach} has
 *       reached, whole; the classes that the linked native libraries, the virtual machine among
 *       them, have the names of, with the methods that they have name and descriptor of; what
 *       recorded runs loaded, and what users keep.
 *   <li>{@code LeanReach}: rapid type analysis over the methods of application and JDK at once. A
 *       class that code names stays, with its supertypes and the classes around it; of a class that
 *       is verified all that it refers to stays. Names of classes in text constants and class
 *       literals are made; where the class that has them reflects, methods that it has the names of
 *       run. What a security provider registers is made where its service is called.
 *   <li>{@code rules.txt}: names that are put together at run time, and code that runs for certain
 *       options only, each with the conditions under which it does.
 *   <li>{@code LeftOut}: everything else, but for one class of each package that would be empty.
 * </ol>
 *
 * <p>Depends on {@code dev.parka.runtime.classes}, {@code .modules}, {@code .reach} and {@code
 * .trace}.
 */
@NullMarked
package dev.parka.runtime.lean;

import org.jspecify.annotations.NullMarked;
