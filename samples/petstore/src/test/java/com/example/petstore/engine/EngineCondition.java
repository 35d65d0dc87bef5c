package com.example.petstore.engine;

import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Carries out {@link NeedsEngine}. */
final class EngineCondition implements ExecutionCondition {

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    List<String> missing =
        findAnnotation(context.getRequiredTestClass(), NeedsEngine.class)
            .map(EngineCondition::missing)
            .orElse(List.of());
    boolean required = System.getProperty("parka.engines", "optional").equals("required");
    return verdict(context.getDisplayName(), missing, required);
  }

  static ConditionEvaluationResult verdict(String test, List<String> missing, boolean required) {
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("all that is needed is here");
    }
    String reason = test + " needs " + String.join(", ", missing);
    if (required) {
      throw new AssertionError(reason);
    }
    // Maven's report counts skipped tests but keeps the reasons to itself.
    System.err.println("Skipped: " + reason);
    return ConditionEvaluationResult.disabled(reason);
  }

  static List<String> missing(NeedsEngine needs) {
    List<String> missing = new ArrayList<>();
    for (String program : needs.value()) {
      if (Tool.find(program).isEmpty()) {
        missing.add(program);
      }
    }
    if (needs.asRoot() && !System.getProperty("user.name").equals("root")) {
      missing.add("root's rights");
    }
    return missing;
  }
}
