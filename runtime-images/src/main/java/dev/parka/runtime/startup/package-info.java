/**
 * Start-up archives of a linked run-time image: what a JVM would do again at every start, done once
 * and mapped into memory.
 *
 * <p>{@link dev.parka.runtime.startup.StartupArchiver} makes one as {@link
 * dev.parka.runtime.startup.StartupPlan} says, with the image's own {@code java}, jars and flags,
 * and sees that the JVM takes it. An archive binds to all of these: to the bytes of the run-time
 * image, to the class path with sizes and times of its jars, and to some flags. Jars are therefore
 * laid out in a {@link dev.parka.runtime.startup.StagedFiles staged} directory as the image has
 * them, and the class path leads to them by way of the working directory, so that no path of this
 * machine comes into the archive, and no right to change the root directory is needed.
 *
 * <p>Which archives are the same bytes every time is {@link
 * dev.parka.runtime.startup.Reproducibility} of each; {@link
 * dev.parka.runtime.startup.ArchiveNormaliser} has what is done for it. Depends on the JDK and on
 * the rooms jdk, link, process, cache and tree.
 */
@NullMarked
package dev.parka.runtime.startup;

import org.jspecify.annotations.NullMarked;
