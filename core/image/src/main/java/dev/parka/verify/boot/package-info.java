/**
 * Starts an image with no container engine: {@link dev.parka.verify.boot.Booter} unpacks the layers
 * into a temporary directory and runs the image's own entrypoint in it, in the strongest {@link
 * dev.parka.verify.boot.Isolation} that this machine allows. It proves that the files and the
 * configuration fit together; it is no sandbox for an image that is not trusted.
 *
 * <p>The network is this machine's, so that a {@link dev.parka.verify.boot.Probe} reaches the
 * application. In a user namespace only one user exists, and all files of the image belong to that
 * user, whatever the layers say: there, a file that the application may not write to in a container
 * can be written to. As root the owners are the layers' own.
 *
 * <p>No process outlives a boot, even if the JVM that started it is killed; then alone the
 * temporary directory stays. Depends on {@code dev.parka.oci} (reading) and on {@code
 * dev.parka.spec}.
 */
@NullMarked
package dev.parka.verify.boot;

import org.jspecify.annotations.NullMarked;
