/**
 * Where the JDK of an image comes from: a {@link dev.parka.jdks.JdkSource} says what the user named
 * (an installation, archives, Debian packages, a root file system, an image layout), a {@link
 * dev.parka.jdks.JdkWish} what the image needs, and {@link dev.parka.jdks.JdkStore} answers with a
 * {@link dev.parka.jdks.FoundJdk} on the disk (docs/adr/0012-jdks-from-anywhere.md). Depends on
 * {@code dev.parka.oci}, which alone unpacks, on {@code dev.parka.registry}, which pulls, on {@code
 * dev.parka.catalog}, {@code dev.parka.spec} and {@code dev.parka.runtime}.
 */
@NullMarked
package dev.parka.jdks;

import org.jspecify.annotations.NullMarked;
