package dev.parka.verify.boot;

import java.io.IOException;
import java.util.List;

/** How an unpacked image is started, and how more of it is run beside what was started. */
interface Way {

  /** Which isolation it is. */
  Isolation isolation();

  /** The network that the image has. */
  Network network();

  /** Starts the image. */
  Process start(Launch launch) throws CannotStart, IOException;

  /**
   * The command that runs another program of a started image.
   *
   * @param launch the program
   * @param processes of what was started
   */
  List<String> enter(Launch launch, BootedProcess processes) throws CannotStart, IOException;
}
