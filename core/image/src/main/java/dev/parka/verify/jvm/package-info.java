/**
 * The {@code java} command that a container starts, as the launcher reads it (java(1)): {@link
 * dev.parka.verify.jvm.JavaCommand} with its flags and where each comes from, and {@link
 * dev.parka.verify.jvm.ArchiveHeader} of the start-up archives that it names. Depends on {@code
 * dev.parka.verify.evidence} and {@code dev.parka.oci}; knows nothing of findings.
 */
@NullMarked
package dev.parka.verify.jvm;

import org.jspecify.annotations.NullMarked;
