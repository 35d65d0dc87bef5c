package dev.parka.report;

import dev.parka.runtime.startup.StartupArchive;
import dev.parka.verify.boot.BootResult;
import java.util.Locale;
import java.util.Optional;

/**
 * How the image starts.
 *
 * @param boot what came of starting it
 * @param archive what its JVM starts faster with
 */
record StartSection(Optional<BootResult> boot, Optional<StartupArchive> archive)
    implements Markup.Section {

  private static final double SECOND = 1000;

  @Override
  public void write(Markup to) {
    to.open("section", "id", "start", "aria-labelledby", "start-title");
    to.element("h2", "Start-up", "id", "start-title");
    if (boot.isPresent()) {
      booted(to, boot.get());
    } else {
      to.element("p", "The image was not started.").line();
    }
    to.open("dl", "class", "settings").open("div").element("dt", "start-up archive");
    if (archive.isPresent()) {
      to.element("dd", archive.get().summary());
    } else {
      to.element("dd", "none that is known of");
    }
    to.close().end();
    to.end();
  }

  /** Such as {@code 0.50 s}; empty if nothing was measured. */
  static Optional<String> time(Optional<BootResult> boot) {
    return boot.filter(BootResult::isGood)
        .flatMap(result -> result.run().answeredAfter())
        .map(time -> String.format(Locale.ROOT, "%.2f s", time.toMillis() / SECOND));
  }

  private static void booted(Markup to, BootResult result) {
    to.element("p", result.toString(), "class", result.isGood() ? "well" : "bad").line();
    if (!result.notes().isEmpty()) {
      to.open("ul", "class", "soft");
      result.notes().forEach(note -> to.element("li", note));
      to.end();
    }
    if (!result.run().output().isEmpty()) {
      to.open("details", "class", "more").element("summary", "What it printed last");
      to.element("pre", String.join("\n", result.run().output())).end();
    }
  }
}
