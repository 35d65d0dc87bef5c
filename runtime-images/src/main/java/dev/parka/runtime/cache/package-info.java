/**
 * What Parka keeps on a machine to be faster the next time, and could make again: entries by key,
 * each with its own checksum. Several processes may use one directory. Depends on the JDK alone.
 */
@NullMarked
package dev.parka.runtime.cache;

import org.jspecify.annotations.NullMarked;
