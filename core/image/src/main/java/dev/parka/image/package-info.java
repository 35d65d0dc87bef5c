/**
 * The facade: {@link dev.parka.image.ContainerImages} reads as a sentence, from a descriptor and a
 * class path to a {@link dev.parka.image.BuiltImage} that can be saved and verified. Depends on
 * everything below: {@code dev.parka.oci}, {@code .verify}, {@code .report}, {@code .plan}, {@code
 * .spec} and {@code dev.parka.runtime}.
 */
@NullMarked
package dev.parka.image;

import org.jspecify.annotations.NullMarked;
