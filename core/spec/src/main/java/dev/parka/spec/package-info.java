/**
 * What image is wanted: an {@link dev.parka.spec.ImageSpec} of values that were parsed once. {@link
 * dev.parka.spec.SpecReader} makes it from an {@code ImageDescriptor}, whoever wrote that, and says
 * of every bad value which attribute holds it. Depends on {@code dev.parka.annotations} and on
 * names and paths of {@code dev.parka.runtime}.
 */
@NullMarked
package dev.parka.spec;

import org.jspecify.annotations.NullMarked;
