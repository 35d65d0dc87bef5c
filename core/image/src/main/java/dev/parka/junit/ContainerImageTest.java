package dev.parka.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Builds a container image for a test class, once for all classes that want the same one, and gives
 * it to whoever asks for it:
 *
 * <pre>{@code
 * @ContainerImageTest(value = PetStoreImage.class, ready = "/health")
 * class PetStoreImageIT {
 *
 *   @Test
 *   void holdsNoMoreThanItNeeds(BuiltImage image) {
 *     assertThat(image).isSmallerThan("20 MB").runsAsNonRoot().hasNoShell();
 *   }
 *
 *   @Test
 *   void answers(RunningImage store, @MappedPort int port) { … }
 * }
 * }</pre>
 *
 * <p>Parameters of tests, of constructors and of methods before and after each test can be a {@link
 * dev.parka.image.BuiltImage}, a {@link dev.parka.verify.boot.RunningImage}, and an {@code int}
 * with {@link MappedPort}. They are made when they are first asked for. Where a test fails, what
 * the image has printed is added to the failure.
 */
@Documented
@Inherited
@ExtendWith(ContainerImageExtension.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ContainerImageTest {

  /**
   * The typed handle that the annotation processor wrote for the main class, or a main class, whose
   * handle is taken if there is one. Nothing is the main class of the packaged jar.
   */
  Class<?> value() default void.class;

  /**
   * The class path, such as {@code target/app.jar} and {@code target/lib/*}. By default that of the
   * packaged application: see the package.
   */
  String[] classPath() default {};

  /**
   * The module path, such as {@code target/app.jar} and {@code target/lib}, for an image that
   * starts the module with the main class. The class path is then what {@link #classPath} says,
   * which may be nothing.
   */
  String[] modulePath() default {};

  /**
   * The path that answers an HTTP request with a status of 200 to 299 as soon as the application is
   * ready, at the image's first port. By default it is ready when it accepts a connection there.
   */
  String ready() default "";

  /** A regular expression for a line that the application prints as soon as it is ready. */
  String readyLine() default "";

  /** How long the application may take to be ready. */
  int timeoutSeconds() default 60;

  /** What the application is given instead of the image's own arguments. */
  String[] arguments() default {};

  /** Variables, such as {@code LEVEL=debug}, beside the image's own. */
  String[] environment() default {};

  /** Whether the application can write to nothing but {@code /tmp} and the image's volumes. */
  boolean readOnly() default false;

  /**
   * How layers are compressed, such as {@code gzip:1}, which is quick. By default as every build
   * does it, so that the digest and the sizes that a test sees are those of the image that is
   * shipped; layers that are remembered cost nothing. With another one neither is: the application
   * is the same.
   */
  String compression() default "gzip";

  /** Whether each test has an application of its own, started anew. */
  boolean restart() default false;
}
