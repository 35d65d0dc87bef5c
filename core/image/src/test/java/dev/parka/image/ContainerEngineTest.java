package dev.parka.image;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.process.ChildProcess;
import org.junit.jupiter.api.Test;

class ContainerEngineTest {

  @Test
  void tellsAllThatAnEngineSaysWhichDoesNotTakeAnImage() {
    assertThatThrownBy(
            () ->
                ContainerEngine.DOCKER.run(
                    ChildProcess.of("sh", "-c", "echo no daemon >&2; exit 1")))
        .isInstanceOf(ParkaException.class)
        .hasMessage(
            """
            [EngineRefused] sh -c 'echo no daemon >&2; exit 1' ended with exit code 1:
              no daemon; see that docker is installed and that its daemon runs, if it has one\
            """);
  }
}
