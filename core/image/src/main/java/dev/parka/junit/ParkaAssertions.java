package dev.parka.junit;

import dev.parka.image.BuiltImage;
import dev.parka.verify.boot.RunningImage;

/**
 * AssertJ's style for images:
 *
 * <pre>{@code
 * assertThat(image).hasModulesExactly("java.base", "java.logging").isSmallerThan("20 MB");
 * assertThat(running).answers("/health").hasLogLine("open on port \\d+");
 * }</pre>
 */
public final class ParkaAssertions {

  private ParkaAssertions() {}

  /** Begins with an image. */
  public static BuiltImageAssert assertThat(BuiltImage actual) {
    return new BuiltImageAssert(actual);
  }

  /** Begins with an image that runs. */
  public static RunningImageAssert assertThat(RunningImage actual) {
    return new RunningImageAssert(actual);
  }
}
