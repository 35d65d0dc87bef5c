package dev.parka.cli;

import dev.parka.image.BuildEvent;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** A bar on a terminal for each part of a step, one after the other. */
final class LayerBars implements AutoCloseable {

  private static final int WIDTH = 78;
  private static final int MEGA = 1_000_000;
  private static final int MILLIS = 200;

  private @Nullable ProgressBar bar;
  private String what = "";

  void on(BuildEvent.Progress progress) {
    if (!progress.what().equals(what) || bar == null) {
      close();
      what = progress.what();
      bar =
          new ProgressBarBuilder()
              .setTaskName("  " + what)
              .setInitialMax(progress.total())
              .setUnit(" MB", MEGA)
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(MILLIS)
              .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH))
              .clearDisplayOnFinish()
              .build();
    }
    bar.stepTo(progress.done());
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
