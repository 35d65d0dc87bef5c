package dev.parka.walls.tests;

import dev.parka.junit.ContainerImageTest;
import org.junit.jupiter.api.Test;

/** Tests where nothing but the room for tests may. */
@ContainerImageTest
final class Breaker {

  @Test
  void nothing() {}
}
