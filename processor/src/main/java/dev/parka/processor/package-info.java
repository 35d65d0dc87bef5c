/**
 * {@code @ContainerImage} becomes a Dockerfile, a list of JDK modules and a typed handle, while
 * {@code javac} runs. {@link dev.parka.processor.ContainerImageProcessor} is a thin shell around
 * these steps:
 *
 * <ol>
 *   <li>In the rounds each annotation becomes an {@code ImageDescriptor}, which {@code
 *       dev.parka.spec} checks, and its class is held against what {@code java} can launch. Every
 *       problem is shown at the value that has it.
 *   <li>A main class without errors gets its handle, {@code <class>Image}.
 *   <li>When class files exist, that is after the compilation, modules are inferred from them and
 *       the files below {@code META-INF/parka} are written.
 * </ol>
 *
 * <p>Depends on {@code dev.parka.annotations}, {@code dev.parka.spec} with its neighbours, {@code
 * dev.parka.runtime} and JavaPoet; on {@code jdk.compiler} in {@code AfterCompilation} alone, which
 * other compilers never load. No network, no processes; files through the {@code Filer} and the
 * class path that an option names.
 */
@NullMarked
package dev.parka.processor;

import org.jspecify.annotations.NullMarked;
