package dev.parka.image;

import dev.parka.runtime.process.ChildProcess;
import java.nio.file.Path;

/** An engine of this machine, which takes images into its own store. */
public enum ContainerEngine {
  /** Docker, wherever {@code DOCKER_HOST} or the current context says that its daemon is. */
  DOCKER("docker"),
  /** Podman, in the user's own store. */
  PODMAN("podman");

  private final String program;

  ContainerEngine(String program) {
    this.program = program;
  }

  /**
   * Loads an archive.
   *
   * @throws dev.parka.runtime.ParkaException [EngineRefused] with the command and all that it
   *     wrote, if it does not succeed
   */
  void load(Path archive) {
    run(ChildProcess.of(program, "load", "--quiet", "--input", archive.toString()));
  }

  void run(ChildProcess load) {
    load.run()
        .orThrow(
            ImageProblem.ENGINE_REFUSED,
            "see that " + program + " is installed and that its daemon runs, if it has one");
  }

  /** The name of its program. */
  @Override
  public String toString() {
    return program;
  }
}
