package dev.parka.dockerfile;

import java.util.List;

/**
 * One build stage.
 *
 * @param comment what it does, in a line that holds no value of the user's
 * @param from what it stands on
 * @param instructions what follows, in order
 */
public record Stage(String comment, Instruction.From from, List<Instruction> instructions) {

  /** Copies the list. */
  public Stage {
    instructions = List.copyOf(instructions);
  }
}
