/**
 * Starts images, with no container engine where that can be: {@link dev.parka.verify.boot.Booter}
 * has the layers written into a temporary directory, by whoever reads them anyway or by itself, and
 * runs the image's own entrypoint in it, in the strongest {@link dev.parka.verify.boot.Isolation}
 * that this machine allows. It proves that the files and the configuration fit together; it is no
 * sandbox for an image that is not trusted.
 *
 * <p>The network is the image's own where that can be, and where somebody is going to connect a
 * port of this machine's loopback address leads to each of its ports ({@link
 * dev.parka.verify.boot.NetworkRelay}); else it is this machine's. In a user namespace only one
 * user exists, and all files of the image belong to that user, whatever the layers say: there, a
 * file that the application may not write to in a container can be written to. As root the owners
 * are the layers' own.
 *
 * <p>One way through: {@code ImageStart} makes a {@link dev.parka.verify.boot.RunningImage}, in the
 * first of the {@link dev.parka.verify.boot.Isolation}s that is to be had, those of engines among
 * them. Verification, the command line and tests use the same.
 *
 * <p>No process, mount or file outlives a boot, even if the JVM that started it is killed. Depends
 * on {@code dev.parka.oci} (reading) and on {@code dev.parka.spec}.
 */
@NullMarked
package dev.parka.verify.boot;

import org.jspecify.annotations.NullMarked;
