package dev.parka.cli;

import dev.parka.image.BuildEvent;
import dev.parka.image.BuildListener;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells of the steps of a build: on a terminal as they begin, with a bar for what takes long,
 * elsewhere a line as each ends.
 */
final class ConsoleProgress implements BuildListener {

  private final PrintWriter err;
  private final boolean terminal;

  /** Only for who watches: its classes take as long to load as some builds. */
  private @Nullable LayerBars bars;

  private String source = "";

  ConsoleProgress(PrintWriter err, boolean terminal) {
    this.err = err;
    this.terminal = terminal;
  }

  /** For this process's standard error. */
  static ConsoleProgress of(PrintWriter err) {
    return new ConsoleProgress(err, Terminal.isThere());
  }

  @Override
  public void on(BuildEvent event) {
    if (event instanceof BuildEvent.Finished finished) {
      if (bars != null) {
        bars.close();
      }
      String line =
          String.format(
              Locale.ROOT, "%-32s %5.1f s", event.step(), finished.took().toMillis() / 1000.0);
      err.println((terminal ? "\r" + line : line) + source);
      source = "";
    } else if (event instanceof BuildEvent.Remembered) {
      source = ", from the cache";
    } else if (event instanceof BuildEvent.Note note) {
      err.println((terminal ? "\r" : "") + "note: " + note.text());
    } else if (event instanceof BuildEvent.Progress progress) {
      if (terminal) {
        bars = bars == null ? new LayerBars() : bars;
        bars.on(progress);
      }
    } else if (terminal) {
      err.print(event.step() + " …");
    }
    err.flush();
  }
}
