package dev.parka.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One label of an image, within {@link ContainerImage#labels()}. */
@Documented
@Target({})
@Retention(RetentionPolicy.SOURCE)
public @interface Label {

  /** A name such as {@code org.opencontainers.image.source}. */
  String key();

  /** One line of text. */
  String value();
}
