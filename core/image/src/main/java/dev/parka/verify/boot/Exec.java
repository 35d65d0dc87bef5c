package dev.parka.verify.boot;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a program of an image beside the application. */
final class Exec {

  private Exec() {}

  static ExecResult run(
      BootedProcess beside, String program, List<String> arguments, Duration timeout)
      throws CannotStart, IOException, InterruptedException {
    if (program.isEmpty()) {
      throw new CannotStart("the image's entrypoint is no java launcher");
    }
    if (!beside.process().isAlive()) {
      throw new CannotStart("the application has ended with exit code " + beside.exitCode());
    }
    Process process = beside.enter(program, arguments).start();
    try {
      process.getOutputStream().close();
      OutputLog output = new OutputLog(process.getInputStream());
      if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new CannotStart(
            String.join(" ", arguments) + " has not ended in " + BootResult.seconds(timeout));
      }
      output.awaitEnd();
      return new ExecResult(process.exitValue(), output.lines());
    } finally {
      List<ProcessHandle> below = new ArrayList<>(process.descendants().toList());
      process.destroyForcibly();
      below.forEach(ProcessHandle::destroyForcibly);
    }
  }
}
