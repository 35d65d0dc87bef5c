/**
 * What Parka keeps on a machine to be faster the next time, and could make again: entries by key,
 * each with its own checksum, within a limit. Several processes may use one directory; each of them
 * may be killed at any time. Depends on {@code dev.parka.runtime.tree}.
 */
@NullMarked
package dev.parka.runtime.cache;

import org.jspecify.annotations.NullMarked;
