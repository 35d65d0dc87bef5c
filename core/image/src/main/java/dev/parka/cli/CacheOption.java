package dev.parka.cli;

import dev.parka.plan.ModuleChoice;
import dev.parka.plan.ModuleSearch;
import picocli.CommandLine.Option;

/** Whether lists of modules and linked run-time images are remembered. */
final class CacheOption {

  @Option(
      names = "--no-cache",
      description = {
        "Reads the class path and links even if the cache has the list of modules and the run-time"
            + " image, and keeps nothing there.",
        "The variable PARKA_CACHE names the cache's directory, by default ~/.cache/parka; with"
            + " PARKA_CACHE=off there is none."
      })
  private boolean noCache;

  /** For picocli. */
  CacheOption() {}

  boolean isWanted() {
    return !noCache;
  }

  /** The search by a choice. */
  ModuleSearch search(ModuleChoice choice) {
    return ModuleSearch.by(choice).withCache(isWanted());
  }
}
