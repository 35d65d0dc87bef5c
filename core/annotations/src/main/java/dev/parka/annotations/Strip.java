package dev.parka.annotations;

/**
 * A thing that can be left out of the run-time image. All but {@link #UNREFERENCED_CLASSES} are
 * left out unless {@link ContainerImage#keep()} names them. What each saves and costs is in {@code
 * docs/stripping.md}, and in the report of every build.
 */
public enum Strip {
  /** Line numbers, names of variables and of source files in the JDK's own classes. */
  JAVA_DEBUG_ATTRIBUTES,
  /** Debug data and probes in native files, and files of debug data beside them. */
  NATIVE_DEBUG_INFORMATION,
  /** Symbol tables of native files that no loader reads. */
  NATIVE_SYMBOLS,
  /** Unwind tables of the virtual machine's library, by which debuggers walk its frames. */
  NATIVE_UNWIND_TABLES,
  /** Manual pages of the JDK's commands. */
  MAN_PAGES,
  /** C headers. */
  HEADERS,
  /** {@code lib/jrt-fs.jar}, with which other JDKs look into the run-time image. */
  JRT_FS,
  /** {@code lib/classlist}, from which default class data archives are made. */
  CLASS_LIST,
  /** Commands other than {@code java}, unless the health check runs them. */
  LAUNCHERS,
  /** Copies of legal notices and links between them; each text stays, with an index. */
  LEGAL_NOTICES,
  /** Native libraries of {@code java.desktop} that nothing which is reached loads. */
  NATIVE_LIBRARIES,
  /** Classes and resources of JDK modules that nothing reaches; left out only on request. */
  UNREFERENCED_CLASSES
}
