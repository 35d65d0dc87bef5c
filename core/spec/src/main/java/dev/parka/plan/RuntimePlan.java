package dev.parka.plan;

import dev.parka.runtime.link.JlinkOptions;
import dev.parka.runtime.modules.RootModules;
import dev.parka.runtime.strip.StripPlan;
import java.util.List;

/**
 * The run-time image of an image.
 *
 * @param javaVersion the feature version of the JDK that it is linked from
 * @param modules the modules to link and why
 * @param locales BCP 47 language tags beside English
 * @param compressed whether classes and resources are compressed
 * @param strips what is left out
 * @param startup what makes it start faster
 */
public record RuntimePlan(
    int javaVersion,
    RootModules modules,
    List<String> locales,
    boolean compressed,
    StripPlan strips,
    PlannedStartup startup) {

  /** Copies the list. */
  public RuntimePlan {
    locales = List.copyOf(locales);
  }

  /** What jlink is asked for. */
  public JlinkOptions jlink() {
    return new JlinkOptions(modules.names(), locales, compressed);
  }
}
