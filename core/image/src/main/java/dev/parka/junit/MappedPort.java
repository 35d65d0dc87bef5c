package dev.parka.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an {@code int} parameter of a test: the port of this machine's loopback address that leads to
 * a port of the running image.
 */
@Documented
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface MappedPort {

  /** The image's port; by default the first that it says it listens to. */
  int value() default 0;
}
