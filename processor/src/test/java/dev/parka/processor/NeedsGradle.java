package dev.parka.processor;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips a test, with the reason, where there is no Gradle or where the one of this machine does not
 * run on the JDK of the test. Debian's ends at JDK 17.
 */
final class NeedsGradle implements ExecutionCondition {

  private static final int LAST_JDK = 17;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Runtime.version().feature() > LAST_JDK) {
      return skipped(context, "JDK " + LAST_JDK + ", the last that Debian's Gradle runs on");
    }
    if (Files.isExecutable(Path.of("/usr/bin/gradle"))) {
      return ConditionEvaluationResult.enabled("Gradle is here");
    }
    if (System.getProperty("parka.engines", "optional").equals("required")) {
      throw new AssertionError(context.getDisplayName() + " needs Gradle");
    }
    return skipped(context, "Gradle");
  }

  private static ConditionEvaluationResult skipped(ExtensionContext context, String what) {
    String reason = context.getDisplayName() + " needs " + what;
    System.err.println("Skipped: " + reason);
    return ConditionEvaluationResult.disabled(reason);
  }
}
