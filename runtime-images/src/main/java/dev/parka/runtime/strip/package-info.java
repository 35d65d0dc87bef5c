/**
 * What can be taken out of a linked run-time image without changing what it does; one class for
 * each such thing. Depends on {@code dev.parka.runtime.elf}.
 */
@NullMarked
package dev.parka.runtime.strip;

import org.jspecify.annotations.NullMarked;
