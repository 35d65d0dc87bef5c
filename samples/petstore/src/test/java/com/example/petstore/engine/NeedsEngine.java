package com.example.petstore.engine;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Names the programs that a test class needs. Where one is missing the class is skipped with the
 * reason, or fails under {@code -Dparka.engines=required}.
 */
@Tag("engine")
@ExtendWith(EngineCondition.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface NeedsEngine {

  /** Programs such as {@code podman}. */
  String[] value();

  /** Whether they must be run as root here. */
  boolean asRoot() default true;
}
