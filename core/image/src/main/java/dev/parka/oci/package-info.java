/**
 * Layers and OCI image layouts, written and read. Writing: there is one normaliser, {@link
 * dev.parka.oci.ImageLayoutWriter}'s, which sets order, times, owners and modes of everything that
 * goes into a layer. Reading: {@link dev.parka.oci.ImageArchive} and {@link
 * dev.parka.oci.LayerReader} trust nothing and share no code with it, so that they can judge it.
 * The only user of commons-compress. Depends on {@code dev.parka.plan}, {@code dev.parka.spec} and
 * on values of {@code dev.parka.runtime}.
 */
@NullMarked
package dev.parka.oci;

import org.jspecify.annotations.NullMarked;
