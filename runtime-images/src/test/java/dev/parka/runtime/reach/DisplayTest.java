package dev.parka.runtime.reach;

import static dev.parka.runtime.reach.Running.uses;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Without a display, making a window throws. */
class DisplayTest {

  private static final String RUNS = "java.util.Timer";
  private static final String DOES_NOT = "java.util.Scanner";

  @Test
  void runsNothingAfterAWindow() {
    assertThat(uses("new javax.swing.JFrame(); new java.util.Scanner(\"\");"))
        .doesNotContain(DOES_NOT, "javax.swing.JFrame");
  }

  @Test
  void runsWhatIsBesideAWindow() {
    assertThat(
            uses(
                "if (args.length > 0) { new javax.swing.JFrame(); new java.util.Scanner(\"\"); }"
                    + " new java.util.Timer();"))
        .contains(RUNS)
        .doesNotContain(DOES_NOT);
  }

  @Test
  void runsNothingAfterAnOwnWindow() {
    assertThat(
            uses(
                "System.gc(); new V(); new java.util.Scanner(\"\");",
                "class W extends javax.swing.JDialog { W() { super((java.awt.Frame) null);"
                    + " new java.util.Scanner(\"\"); } }",
                "class V extends W { V() { new java.util.Timer(); } }"))
        .doesNotContain(DOES_NOT, RUNS, "javax.swing.JDialog");
  }

  @Test
  void runsWhoeverCatchesThat() {
    assertThat(
            uses(
                "try { new javax.swing.JFrame(); new java.util.Scanner(\"\"); }"
                    + " catch (java.awt.HeadlessException e) { new java.util.Timer(); }"))
        .contains(RUNS, "java.awt.HeadlessException")
        .doesNotContain(DOES_NOT);
  }

  @Test
  void countsWhatNeedsNoDisplay() {
    assertThat(uses("new java.awt.image.BufferedImage(1, 1, 1);"))
        .contains("java.awt.image.BufferedImage");
  }

  @Test
  void countsAWindowsOwnWorkBeforeItIsMade() {
    assertThat(uses("new javax.swing.JFrame(new java.util.Timer().toString());")).contains(RUNS);
  }
}
