package dev.parka.runtime.jdk;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A JDK installation that can link.
 *
 * @param home the directory that holds {@code bin}, {@code lib} and {@code release}
 * @param version the version, such as {@code 25.0.3+9}
 * @param vendor who built it, as its {@code release} file says
 * @param architecture the processor that it was made for
 * @param libc the C library that it was made for
 */
public record Jdk(
    Path home, Runtime.Version version, String vendor, Architecture architecture, Libc libc) {

  /**
   * Describes the JDK in a directory.
   *
   * @throws ParkaException [NotAJdk] if there is none, [NoJlink] if it is a mere run-time image,
   *     [DamagedJdk] if its release file lacks what is needed
   */
  public static Jdk at(Path home) {
    Path jdk = realPath(home);
    if (!Files.isRegularFile(jdk.resolve("release")) || !Files.isRegularFile(java(jdk))) {
      throw new ParkaException(
          RuntimeProblem.NOT_A_JDK,
          home + " holds no JDK: it has no release file or no bin/java",
          "give the directory that holds bin, lib and release");
    }
    if (!Files.isRegularFile(jdk.resolve("bin/jlink")) || !canLink(jdk)) {
      throw new ParkaException(
          RuntimeProblem.NO_JLINK,
          home + " is a run-time image without jlink, or has neither jmods nor a linkable image",
          "give a whole JDK");
    }
    Map<String, String> release = ReleaseFile.read(jdk.resolve("release"));
    return new Jdk(
        jdk,
        version(jdk, release),
        release.getOrDefault("IMPLEMENTOR", "unknown"),
        architecture(jdk, release),
        LibcNames.of(jdk, release));
  }

  /**
   * Describes the JDK that runs this code.
   *
   * @throws ParkaException as {@link #at} does
   */
  public static Jdk running() {
    return at(Path.of(System.getProperty("java.home")));
  }

  /** The feature version, such as 25. */
  public int featureVersion() {
    return version.feature();
  }

  /** The folder of jmod files; empty where the JDK links from its own run-time image (JEP 493). */
  public Optional<Path> jmods() {
    return jmods(home);
  }

  /** What its modules can be linked from; reads a part of {@code lib/modules} to tell. */
  public LinkSource linkSource() {
    return JdkParts.linkSource(this);
  }

  /**
   * Whether run-time images that are linked from it can open no window: its {@code java.desktop}
   * lacks the library for that, as in some container images.
   *
   * @throws ParkaException [DamagedJdk] if its jmod cannot be read
   */
  public boolean isHeadless() {
    return JdkParts.isHeadless(this);
  }

  /** What it was made for, such as {@code aarch64} or {@code x86_64 with musl}. */
  public String platformName() {
    return architecture.jdkName() + (libc == Libc.MUSL ? " with musl" : "");
  }

  /** A tool of this JDK, such as {@code jlink}. */
  public Path tool(String name) {
    return home.resolve("bin").resolve(name);
  }

  private static Path realPath(Path home) {
    try {
      return home.toRealPath();
    } catch (IOException e) {
      throw new ParkaException(
          RuntimeProblem.NOT_A_JDK,
          home + " cannot be read",
          "give the directory that holds bin, lib and release",
          e);
    }
  }

  private static Path java(Path home) {
    return home.resolve("bin/java");
  }

  private static Optional<Path> jmods(Path home) {
    Path jmods = home.resolve("jmods");
    return Files.isRegularFile(jmods.resolve("java.base.jmod"))
        ? Optional.of(jmods)
        : Optional.empty();
  }

  /** A linkable run-time image keeps a list of each module's files beside its classes. */
  private static boolean canLink(Path home) {
    return jmods(home).isPresent() || Files.isRegularFile(home.resolve("lib/modules"));
  }

  private static Runtime.Version version(Path home, Map<String, String> release) {
    String version = release.getOrDefault("JAVA_RUNTIME_VERSION", release.get("JAVA_VERSION"));
    // Mostly it is the one that runs, which has been parsed.
    if (System.getProperty("java.runtime.version").equals(version)) {
      return Runtime.version();
    }
    try {
      return Runtime.Version.parse(String.valueOf(version));
    } catch (IllegalArgumentException e) {
      throw damaged(home, "JAVA_VERSION is '" + version + "'", e);
    }
  }

  private static Architecture architecture(Path home, Map<String, String> release) {
    String name = String.valueOf(release.get("OS_ARCH"));
    Optional<Architecture> architecture = Architecture.ofJdkName(name);
    if (architecture.isEmpty()) {
      throw new ParkaException(
          RuntimeProblem.FOREIGN_JDK,
          home + " was made for the architecture '" + name + "'",
          "use a JDK for x86_64 or aarch64");
    }
    return architecture.get();
  }

  private static ParkaException damaged(Path home, String what, Exception cause) {
    return new ParkaException(
        RuntimeProblem.DAMAGED_JDK,
        home.resolve("release") + " is not what a JDK has: " + what,
        "install the JDK again",
        cause);
  }
}
