/**
 * Registries: {@link dev.parka.registry.ImagePush} sends a finished image layout, byte for byte,
 * and {@link dev.parka.registry.ImagePull} brings an image of a registry to the disk as a layout.
 * Both trust nothing that a registry says, wait and try again where that can help, and never tell a
 * secret (docs/adr/0018-registries.md). The only user of jib-core, which finds credentials and
 * reads references; requests are made with {@code java.net.http}. Depends on {@code dev.parka.oci},
 * {@code dev.parka.spec} and on the cache of {@code dev.parka.runtime}.
 */
@NullMarked
package dev.parka.registry;

import org.jspecify.annotations.NullMarked;
