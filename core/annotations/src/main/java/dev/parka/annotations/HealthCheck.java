package dev.parka.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A command that an engine runs in the container from time to time, within {@link
 * ContainerImage#healthCheck()}. There is no shell in the image: the command is run as it stands,
 * and exit code 0 means that all is well. Times are in seconds.
 */
@Documented
@Target({})
@Retention(RetentionPolicy.SOURCE)
public @interface HealthCheck {

  /** The program and its arguments, one string each; none means no health check. */
  String[] command() default {};

  /** Seconds between two runs, at least 1. */
  int interval() default 30;

  /** Seconds after which a run has failed, at least 1. */
  int timeout() default 30;

  /** Seconds after the start in which failures do not count. */
  int startPeriod() default 0;

  /** Failures in a row after which the container is unhealthy, at least 1. */
  int retries() default 3;
}
