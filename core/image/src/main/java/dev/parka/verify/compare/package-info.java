/**
 * Compares two images, whoever built them: {@link dev.parka.verify.compare.ImageContents} is what
 * an image holds, {@link dev.parka.verify.compare.ImageDiff} how two differ. Depends on {@code
 * dev.parka.oci} (reading) and values of {@code dev.parka.spec} and {@code dev.parka.runtime}.
 */
@NullMarked
package dev.parka.verify.compare;

import org.jspecify.annotations.NullMarked;
