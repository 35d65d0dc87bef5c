package dev.parka.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parka.image.BuildEvent;
import dev.parka.image.BuildEvent.Step;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {

  private static String tell(boolean terminal, BuildEvent... events) {
    StringWriter text = new StringWriter();
    ConsoleProgress progress = new ConsoleProgress(new PrintWriter(text), terminal);
    for (BuildEvent event : events) {
      progress.on(event);
    }
    return text.toString();
  }

  @Test
  void tellsALineForEachStepWhereNobodyWatches() {
    assertThat(
            tell(
                false,
                new BuildEvent.Started(Step.LINK),
                new BuildEvent.Remembered(Step.LINK),
                new BuildEvent.Finished(Step.LINK, Duration.ofMillis(1240)),
                new BuildEvent.Started(Step.LAYERS),
                new BuildEvent.Progress(Step.LAYERS, "run-time image", 1, 2),
                new BuildEvent.Finished(Step.LAYERS, Duration.ofMillis(300))))
        .isEqualTo(
            """
            linking the run-time image         1.2 s, from the cache
            writing layers                     0.3 s
            """);
  }

  @Test
  void drawsABarOnATerminal() {
    PrintStream before = System.err;
    ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    System.setErr(new PrintStream(drawn, true, StandardCharsets.UTF_8));
    try {
      assertThat(
              tell(
                  true,
                  new BuildEvent.Started(Step.LAYERS),
                  new BuildEvent.Progress(Step.LAYERS, "run-time image", 25_000_000, 50_000_000),
                  new BuildEvent.Finished(Step.LAYERS, Duration.ofMillis(300))))
          .isEqualTo("writing layers …\rwriting layers                     0.3 s\n");
    } finally {
      System.setErr(before);
    }
    assertThat(drawn.toString(StandardCharsets.UTF_8)).contains("run-time image", "25/50 MB");
  }
}
