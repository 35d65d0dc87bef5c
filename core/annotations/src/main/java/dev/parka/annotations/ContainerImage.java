package dev.parka.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a main class that becomes a container image. Compiling it writes a multi-stage {@code
 * Dockerfile} and the list of JDK modules for jlink to {@code META-INF/parka/<binary name>/}, and a
 * typed handle named {@code <class>Image} that the core library builds an image from.
 *
 * <p>Every attribute has a default; a bare {@code @ContainerImage} will do:
 *
 * <pre>{@code
 * package com.acme;
 *
 * import dev.parka.annotations.ContainerImage;
 * import dev.parka.annotations.Env;
 *
 * @ContainerImage(
 *     name = "registry.acme.com/shop/petstore",
 *     tag = "1.4.2",
 *     ports = 8080,
 *     env = @Env(name = "LOG_LEVEL", value = "info"),
 *     jvmFlags = {"-XX:+UseSerialGC", "-Xmx128m"})
 * public final class PetStore {
 *   public static void main(String[] arguments) {
 *     System.out.println("open");
 *   }
 * }
 * }</pre>
 *
 * <p>The class is one that the {@code java} of the image launches: it declares or inherits {@code
 * public static void main(String[])}, or, from 25 on, any main method of JEP 512. Its kind and its
 * access do not matter; local classes are not seen. From 23 on {@code javac} runs the processor
 * only with {@code -processorpath} or {@code -proc:full}.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.SOURCE)
public @interface ContainerImage {

  /**
   * The repository, such as {@code petstore} or {@code registry.acme.com:5000/shop/petstore}; by
   * default the class's simple name in lower case with dashes, {@code pet-store} for {@code
   * PetStore}.
   */
  String name() default "";

  /** The tag: up to 128 letters, digits, {@code _}, {@code .} and {@code -}. */
  String tag() default "latest";

  /**
   * What the image stands on: {@code scratch}, or a reference such as {@code
   * debian:12-slim@sha256:…}. On {@code scratch} the image holds the shared libraries that the
   * run-time image needs and nothing else.
   */
  String base() default "scratch";

  /** The JDK's feature version, such as 25; 0 is the JDK that compiles or builds. */
  int javaVersion() default 0;

  /** JDK modules to add to those that the class files show, such as {@code jdk.jfr}. */
  String[] addModules() default {};

  /** JDK modules to leave out although class files refer to them. */
  String[] excludeModules() default {};

  /** Flags of the {@code java} command, such as {@code -XX:+UseSerialGC}. */
  String[] jvmFlags() default {};

  /** Arguments of the main method; what is given to {@code docker run} replaces them. */
  String[] arguments() default {};

  /** Environment variables. */
  Env[] env() default {};

  /** Labels of the image. */
  Label[] labels() default {};

  /** TCP ports that the application listens on, 1 to 65535. */
  int[] ports() default {};

  /** UDP ports that the application listens on, 1 to 65535. */
  int[] udpPorts() default {};

  /** Absolute paths that hold data which outlives a container. */
  String[] volumes() default {};

  /** Who runs the application: {@code UID} or {@code UID:GID}, as numbers; {@code root} is 0:0. */
  String user() default "65532:65532";

  /** Says that {@code user = "root"} is meant, which is warned of otherwise. */
  boolean allowRoot() default false;

  /** The absolute path of the directory that the application starts in. */
  String workingDirectory() default "/app";

  /** The signal that stops the application, such as {@code SIGTERM} or {@code 15}. */
  String stopSignal() default "SIGTERM";

  /** How an engine finds out whether the application is well; by default it does not ask. */
  HealthCheck healthCheck() default @HealthCheck;

  /** Locales beside English to keep, as BCP 47 language tags such as {@code de-DE}. */
  String[] locales() default {};

  /** What to leave out of the run-time image beside what is left out anyway. */
  Strip[] strip() default {};

  /** What not to leave out of the run-time image. */
  Strip[] keep() default {};

  /**
   * Whether classes of the JDK are compressed in the run-time image: smaller where it is unpacked,
   * larger on the wire, and slower to start.
   */
  boolean compressModules() default false;

  /**
   * What the image holds so that its JVM starts faster; only {@link Startup#NONE} and {@link
   * Startup#CDS} are for the generated Dockerfile, too.
   */
  Startup startup() default Startup.NONE;

  /** Platforms such as {@code linux/amd64}; by default the one that builds. */
  String[] platforms() default {};
}
