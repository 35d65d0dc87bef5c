/**
 * From modules to a run-time image: {@link dev.parka.runtime.link.LinkPlan} in, {@link
 * dev.parka.runtime.link.RuntimeImage} out, the same bytes every time. {@link
 * dev.parka.runtime.link.Linker} runs the JDK's own jlink by a recipe that takes chance out of it
 * (docs/adr/0003-bit-stable-linking.md), strips native files and sets every mode; the output
 * appears whole or not at all. {@link dev.parka.runtime.link.LinkCache} remembers it
 * (docs/adr/0016-linked-images-are-remembered.md). Depends on {@code dev.parka.runtime.cache},
 * {@code .elf}, {@code .jdk}, {@code .modules} (names), {@code .process}, {@code .strip} and {@code
 * .tree}.
 */
@NullMarked
package dev.parka.runtime.link;

import org.jspecify.annotations.NullMarked;
