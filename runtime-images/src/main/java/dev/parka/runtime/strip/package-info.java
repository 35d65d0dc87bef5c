/**
 * What can be taken out of a linked run-time image without changing what it does; one class for
 * each such thing. {@link dev.parka.runtime.strip.StripPlan} says which of them go, and {@link
 * dev.parka.runtime.strip.StripKind} what is lost with each. {@link
 * dev.parka.runtime.strip.DesktopUse} finds the native libraries that an application has no use
 * for. Depends on {@code dev.parka.runtime.elf}, {@code .modules}, {@code .reach}, {@code .trace}
 * and {@code .tree}.
 */
@NullMarked
package dev.parka.runtime.strip;

import org.jspecify.annotations.NullMarked;
