package dev.parka.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class RectangleTest {

  private static final Rectangle ROOM = new Rectangle(0, 0, 6, 4);

  /** The example of the paper. */
  @Test
  void cutsIntoPartsThatAreNearlySquare() {
    List<Rectangle> parts = ROOM.cut(List.of(6L, 6L, 4L, 3L, 2L, 2L, 1L));

    assertThat(parts).hasSize(7);
    assertThat(parts.get(0)).isEqualTo(new Rectangle(0, 0, 3, 2));
    assertThat(parts.get(1)).isEqualTo(new Rectangle(0, 2, 3, 2));
    assertThat(parts.stream().mapToDouble(part -> part.width() * part.height()).sum())
        .isCloseTo(24, within(1e-9));
    assertThat(parts)
        .allSatisfy(part -> assertThat(part.width() / part.height()).isBetween(1 / 3.0, 3.0));
  }

  @Test
  void keepsTheLastPartApart() {
    List<Rectangle> parts = ROOM.cutBesideLast(List.of(6L, 6L, 12L));

    assertThat(parts.get(2)).isEqualTo(new Rectangle(3, 0, 3, 4));
  }

  @Test
  void cutsNothing() {
    assertThat(ROOM.cut(List.of())).isEmpty();
    assertThat(new Rectangle(0, 0, 0, 0).cut(List.of(3L, 1L))).hasSize(2);
  }

  @Test
  void sharesOutEveryByte() {
    assertThat(Shares.of(10, 1, 1, 1)).containsExactly(3, 4, 3);
    assertThat(Shares.of(10, 0, 0)).containsExactly(0, 10);
    assertThat(Shares.of(7, 3)).containsExactly(7);
    assertThat(Shares.of(7)).isEmpty();
  }
}
