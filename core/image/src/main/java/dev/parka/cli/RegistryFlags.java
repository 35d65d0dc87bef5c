package dev.parka.cli;

import dev.parka.registry.RegistryOptions;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How registries are spoken to. */
final class RegistryFlags {

  @Option(
      names = "--insecure-registry",
      description = {
        "Speaks plain HTTP to every registry, not only to those of this machine.",
        "Whoever listens on the way sees everything, passwords too."
      })
  private boolean insecure;

  @Option(
      names = "--token-server",
      paramLabel = "<host>",
      description = {
        "A host that may get the registry's credentials as well, where the registry says that it has"
            + " the tokens."
      })
  private List<String> tokenServers = new ArrayList<>();

  /** For picocli. */
  RegistryFlags() {}

  /** The user's options. */
  RegistryOptions options() {
    RegistryOptions options = RegistryOptions.ofThisUser().insecure(insecure);
    for (String host : tokenServers) {
      options = options.tokensFrom(host);
    }
    return options;
  }
}
