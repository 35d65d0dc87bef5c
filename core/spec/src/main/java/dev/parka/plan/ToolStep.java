package dev.parka.plan;

import dev.parka.runtime.strip.StripKind;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** A step towards an image that neither a portable shell nor the JDK's tools can do. */
public enum ToolStep {
  /** Links of JDKs before 25 differ by chance, unless jlink itself is patched. */
  BIT_STABLE_LINK,
  /** Which classes nothing leads to, class files say. */
  UNREFERENCED_CLASSES,
  /** Symbol tables go by a program that no JDK image brings. */
  NATIVE_SYMBOLS,
  /** And so do sections for debuggers. */
  NATIVE_DEBUG_INFORMATION,
  /** And unwind tables by none that others have written. */
  NATIVE_UNWIND_TABLES,
  /** The bytes of a jar hang on when and where it was packed. */
  NORMAL_JARS;

  /** From this version on, a JVM that records for an AOT cache links the same bytes every time. */
  private static final int BIT_STABLE_WHILE_RECORDING = 25;

  /** Those that an image with this run-time image takes. */
  public static SortedSet<ToolStep> of(RuntimePlan plan) {
    SortedSet<ToolStep> steps = new TreeSet<>();
    if (plan.javaVersion() < BIT_STABLE_WHILE_RECORDING) {
      steps.add(BIT_STABLE_LINK);
    }
    for (ToolStep step : values()) {
      if (step.strip().filter(plan.strips()::has).isPresent()) {
        steps.add(step);
      }
    }
    steps.add(NORMAL_JARS);
    return Collections.unmodifiableSortedSet(steps);
  }

  /** What it takes out, if it does. */
  private Optional<StripKind> strip() {
    return StripKind.ofWord(toString());
  }

  /** Its name in comments, such as {@code native-symbols}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
