/**
 * Where an image is: {@link dev.parka.location.ImageLocation} is read from the command line, and
 * {@link dev.parka.location.ImageFetch} brings whatever it names to this machine as an OCI image
 * layout, which is all that verification, comparison and boot read. Depends on {@code
 * dev.parka.registry}, {@code dev.parka.oci}, {@code dev.parka.spec} and the processes of {@code
 * dev.parka.runtime}.
 */
@NullMarked
package dev.parka.location;

import org.jspecify.annotations.NullMarked;
