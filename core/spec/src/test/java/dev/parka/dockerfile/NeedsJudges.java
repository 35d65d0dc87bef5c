package dev.parka.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips a test, with the reason, where the judges of Dockerfiles are not installed; fails it under
 * {@code -Dparka.engines=required}. CONTRIBUTING.md says how they are installed.
 */
final class NeedsJudges implements ExecutionCondition {

  private static final Path JUDGES = Path.of("src/test/judges");

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Files.isDirectory(JUDGES.resolve("node_modules/dockerfile-ast"))) {
      return ConditionEvaluationResult.enabled("the judges are here");
    }
    String reason = context.getDisplayName() + " needs 'npm install' in core/spec/" + JUDGES;
    if (System.getProperty("parka.engines", "optional").equals("required")) {
      throw new AssertionError(reason);
    }
    System.err.println("Skipped: " + reason);
    return ConditionEvaluationResult.disabled(reason);
  }

  /** Node.js with one of the judges' programs. */
  static ProcessBuilder node(String program, List<String> arguments) {
    ProcessBuilder node = new ProcessBuilder("node", JUDGES.resolve(program).toString());
    node.command().addAll(arguments);
    return node.redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  static void run(ProcessBuilder judge) throws IOException, InterruptedException {
    Process process = judge.start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends in time").isTrue();
    assertThat(process.exitValue()).as("exit code").isZero();
  }
}
