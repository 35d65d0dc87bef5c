package dev.parka.dockerfile;

import dev.parka.runtime.tree.ImagePath;
import dev.parka.spec.BaseImage;
import dev.parka.spec.EnvironmentVariable;
import dev.parka.spec.HealthProbe;
import dev.parka.spec.ImageLabel;
import dev.parka.spec.Port;
import dev.parka.spec.StopSignal;
import dev.parka.spec.UserId;
import java.util.List;
import java.util.Optional;

/** One instruction of a Dockerfile, in the forms that we write. */
public sealed interface Instruction {

  /** {@code FROM image AS name}; the last stage has no name. */
  record From(BaseImage image, Optional<String> stageName) implements Instruction {}

  /** {@code COPY ["source", "destination"]} from the build context or from another stage. */
  record Copy(
      Optional<String> stage, Optional<UserId> owner, List<String> sources, String destination)
      implements Instruction {

    /** Copies the list. */
    public Copy {
      sources = List.copyOf(sources);
    }

    /** From the build context. */
    static Copy fromContext(String source, String destination) {
      return new Copy(Optional.empty(), Optional.empty(), List.of(source), destination);
    }

    /** From a stage of this file. */
    static Copy fromStage(String stage, String source, String destination) {
      return new Copy(Optional.of(stage), Optional.empty(), List.of(source), destination);
    }
  }

  /**
   * {@code RUN} in shell form: commands that are joined with {@code &&}, a line each.
   *
   * @param cache a directory that builds share, which the classic builder knows nothing of
   */
  record Run(Optional<ImagePath> cache, List<String> commands) implements Instruction {

    /** Copies the list. */
    public Run {
      commands = List.copyOf(commands);
    }

    /** What every builder can do. */
    Run(List<String> commands) {
      this(Optional.empty(), commands);
    }
  }

  /** {@code ENV name="value"}. */
  record Env(EnvironmentVariable variable) implements Instruction {}

  /** {@code LABEL key="value"}. */
  record Label(ImageLabel label) implements Instruction {}

  /** {@code EXPOSE 8080/tcp}. */
  record Expose(List<Port> ports) implements Instruction {

    /** Copies the list. */
    public Expose {
      ports = List.copyOf(ports);
    }
  }

  /** {@code VOLUME ["/data"]}. */
  record Volume(List<ImagePath> paths) implements Instruction {

    /** Copies the list. */
    public Volume {
      paths = List.copyOf(paths);
    }
  }

  /** {@code WORKDIR /app}. */
  record Workdir(ImagePath path) implements Instruction {}

  /** {@code USER 65532:65532}. */
  record User(UserId user) implements Instruction {}

  /** {@code STOPSIGNAL SIGTERM}. */
  record Stopsignal(StopSignal signal) implements Instruction {}

  /** {@code HEALTHCHECK … CMD ["command"]}. */
  record Healthcheck(HealthProbe probe) implements Instruction {}

  /** {@code ENTRYPOINT ["command"]}. */
  record Entrypoint(List<String> command) implements Instruction {

    /** Copies the list. */
    public Entrypoint {
      command = List.copyOf(command);
    }
  }

  /** {@code CMD ["argument"]}. */
  record Cmd(List<String> arguments) implements Instruction {

    /** Copies the list. */
    public Cmd {
      arguments = List.copyOf(arguments);
    }
  }
}
