package dev.parka.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.runtime.modules.Reason;
import org.junit.jupiter.api.Test;

class ShortReasonTest {

  private static final String LINK = "com.acme.pets.Of";

  @Test
  void leavesWhatFits() {
    assertThat(ShortReason.of(new Reason("com.acme.App → java.sql.Driver (app.jar)", true)))
        .isEqualTo("perhaps: com.acme.App → java.sql.Driver (app.jar)");
    String hundred = "a → b → " + "c".repeat(92);
    assertThat(ShortReason.of(new Reason(hundred))).isEqualTo(hundred);
  }

  @Test
  void cutsALongChainInTheMiddle() {
    String chain = "com.acme.App";
    for (int i = 0; i < 9; i++) {
      chain += " → " + LINK + i;
    }
    String text = ShortReason.of(new Reason(chain + " → java.sql.Driver (app.jar)", true));
    assertThat(text)
        .isEqualTo(
            "perhaps: com.acme.App → … → " + LINK + "7 → " + LINK + "8 → java.sql.Driver (app.jar)")
        .hasSizeLessThanOrEqualTo(100);
  }

  @Test
  void keepsBothEndsHoweverLong() {
    String end = "x".repeat(99);
    assertThat(ShortReason.of(new Reason("a → b → " + end))).isEqualTo("a → … → " + end);
    assertThat(ShortReason.of(new Reason("a → " + end + end))).isEqualTo("a → " + end + end);
  }
}
