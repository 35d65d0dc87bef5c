package dev.parka.runtime.jdk;

/** The C library that native code was linked against. */
public enum Libc {
  /** The GNU C library. */
  GLIBC,
  /** musl, as on Alpine. */
  MUSL
}
