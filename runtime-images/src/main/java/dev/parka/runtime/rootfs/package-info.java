/**
 * The root file system under a run-time image, for an image from {@code scratch}: a {@link
 * dev.parka.runtime.rootfs.RootFileSystemRequest} in, a {@link
 * dev.parka.runtime.rootfs.RootFileSystem} out. It holds the loader that the run-time image's
 * programs name, every shared library that its ELF files ask for, directly or through one another,
 * and the few files without which a C library does not know users and hosts.
 *
 * <p>What is asked for is read from {@code DT_NEEDED}; nothing is run, {@code ldd} least of all: it
 * runs the program's own loader. All libraries go to one directory, the one in which the loader
 * looks without any configuration, because the image has neither {@code ld.so.cache} nor {@code
 * ld.so.conf}.
 *
 * <p>The image also gets glibc's {@code C.UTF-8} locale: glibc reads it from files, and without it
 * (or without {@code LANG=C.UTF-8} in the image's environment) a JVM can open no file whose name is
 * not ASCII, on every version of Java.
 *
 * <p>Libraries that are opened by name, without {@code DT_NEEDED}:
 *
 * <ul>
 *   <li>{@code libnss_files}, {@code libnss_dns}: glibc has both inside since 2.34; for an older
 *       one they are added.
 *   <li>{@code libgcc_s.so.1}: glibc opens it in {@code pthread_exit}, {@code pthread_cancel} and
 *       {@code backtrace}. No native library of OpenJDK 17 or 25 that a headless system can load
 *       imports one of these (only {@code libsplashscreen} of 17 does), so that it comes along only
 *       where it is needed by name, as by Debian's {@code libjvm}.
 *   <li>{@code gconv} modules: {@code libinstrument} and {@code libjdwp} convert option texts with
 *       {@code iconv}; without modules glibc knows ASCII, UTF-8 and UTF-16, which suffices.
 *   <li>{@code libsctp}, {@code libpcsclite}, {@code libgssapi_krb5}, {@code libcups}: opened by
 *       {@code jdk.sctp}, {@code java.smartcardio}, {@code java.security.jgss} and {@code
 *       java.desktop}, each of which tells the application when there is none. They are left out.
 * </ul>
 *
 * <p>Where libraries come from is a choice, {@link dev.parka.runtime.rootfs.LibrarySource}; which
 * packages they belong to is written down for scanners, as distroless images and apk do
 * (docs/adr/0016-linked-images-are-remembered.md).
 *
 * <p>Depends on {@code dev.parka.runtime.elf}, {@code .jdk}, {@code .link} and {@code .tree}.
 */
@NullMarked
package dev.parka.runtime.rootfs;

import org.jspecify.annotations.NullMarked;
