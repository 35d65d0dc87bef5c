package dev.parka.junit;

import dev.parka.image.BuiltImage;
import dev.parka.verify.boot.BootPlan;
import dev.parka.verify.boot.Probe;
import dev.parka.verify.boot.RunPlan;
import dev.parka.verify.boot.RunningImage;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An image that was started for tests. JUnit closes it when they are over.
 *
 * @param running the image
 */
record StartedImage(RunningImage running) implements AutoCloseable {

  static StartedImage of(BuiltImage image, ContainerImageTest test) {
    return new StartedImage(image.start(plan(image, test)));
  }

  private static BootPlan plan(BuiltImage image, ContainerImageTest test) {
    RunPlan run = RunPlan.DEFAULT;
    if (test.readOnly()) {
      run = run.in(run.confinement().readOnly());
    }
    if (test.arguments().length > 0) {
      run = run.withArguments(Arrays.asList(test.arguments()));
    }
    List<String> environment = new ArrayList<>(run.environment());
    environment.addAll(Arrays.asList(test.environment()));
    run = new RunPlan(run.confinement(), run.ports(), environment, run.arguments());
    BootPlan plan =
        BootPlan.DEFAULT
            .within(Duration.ofSeconds(test.timeoutSeconds()), BootPlan.DEFAULT.grace())
            .running(run);
    return probe(image, test).map(plan::withProbe).orElse(plan);
  }

  private static Optional<Probe> probe(BuiltImage image, ContainerImageTest test) {
    if (!test.readyLine().isEmpty()) {
      return Optional.of(new Probe.LogLine(test.readyLine()));
    }
    if (test.ready().isEmpty()) {
      return Optional.empty();
    }
    return image.plan().config().ports().stream()
        .findFirst()
        .map(port -> new Probe.Http(port.number(), test.ready()));
  }

  @Override
  public void close() throws IOException {
    running.close();
  }
}
