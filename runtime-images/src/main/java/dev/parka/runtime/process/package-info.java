/**
 * Other programs, run as children: a {@link dev.parka.runtime.process.ChildProcess} says what is
 * run, with which changes to the environment and for how long at most; its {@link
 * dev.parka.runtime.process.ProcessResult} says how it ended and what it wrote. Depends on the JDK
 * and on {@code dev.parka.runtime}.
 */
@NullMarked
package dev.parka.runtime.process;

import org.jspecify.annotations.NullMarked;
