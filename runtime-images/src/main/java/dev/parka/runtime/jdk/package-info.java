/**
 * JDK installations: a {@link dev.parka.runtime.jdk.Jdk} says what lies under a directory. Nothing
 * is run to find that out: the {@code release} file, the ELF header of {@code bin/java} and the
 * folders tell. Depends on the JDK and on {@code dev.parka.runtime}.
 */
@NullMarked
package dev.parka.runtime.jdk;

import org.jspecify.annotations.NullMarked;
