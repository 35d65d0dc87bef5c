package dev.parka.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One environment variable of an image, within {@link ContainerImage#env()}. */
@Documented
@Target({})
@Retention(RetentionPolicy.SOURCE)
public @interface Env {

  /** Letters, digits and {@code _}, not beginning with a digit. */
  String name();

  /** One line of text. */
  String value();
}
