/**
 * The command line: the same as {@code dev.parka.image} does, for jars and class paths that need
 * not be annotated. Exit codes are {@link dev.parka.cli.ExitCode}'s. Depends on {@code
 * dev.parka.image} and what lies below it, and on picocli, which nothing else uses.
 */
@NullMarked
package dev.parka.cli;

import org.jspecify.annotations.NullMarked;
