package dev.parka.registry;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How registries are spoken to. Immutable: every method gives a new value.
 *
 * <p>Credentials are looked for in this order: the variables {@code PARKA_REGISTRY_HOST}, {@code
 * PARKA_REGISTRY_USERNAME} and {@code PARKA_REGISTRY_PASSWORD}, which are for that one registry;
 * Docker's configuration ({@code DOCKER_CONFIG}, else {@code ~/.docker/config.json}) with its
 * credential helpers; Podman's ({@code REGISTRY_AUTH_FILE}, else {@code
 * $XDG_RUNTIME_DIR/containers/auth.json}); the helpers of well-known registries.
 */
public final class RegistryOptions {

  private final boolean insecure;
  private final Set<String> tokenHosts;
  private final Environment environment;
  private final Patience patience;

  private RegistryOptions(
      boolean insecure, Set<String> tokenHosts, Environment environment, Patience patience) {
    this.insecure = insecure;
    this.tokenHosts = Set.copyOf(tokenHosts);
    this.environment = environment;
    this.patience = patience;
  }

  /**
   * Where credentials may be.
   *
   * @param variables environment variables
   * @param home the user's directory, if there is one
   */
  record Environment(Map<String, String> variables, Optional<Path> home) {

    /** Copies the variables. */
    Environment {
      variables = Map.copyOf(variables);
    }

    Optional<String> variable(String name) {
      return Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    }
  }

  /** For this user: HTTPS, but for registries of this machine, and with the user's credentials. */
  public static RegistryOptions ofThisUser() {
    String home = System.getProperty("user.home", "");
    return new RegistryOptions(
        false,
        Set.of(),
        new Environment(
            System.getenv(), home.startsWith("/") ? Optional.of(Path.of(home)) : Optional.empty()),
        Patience.DEFAULT);
  }

  /**
   * Speaks plain HTTP to registries ({@code true}), or to those of this machine alone ({@code
   * false}, the default). Whoever listens on the way sees everything then, passwords too.
   */
  public RegistryOptions insecure(boolean wanted) {
    return new RegistryOptions(wanted, tokenHosts, environment, patience);
  }

  /**
   * Gives the user's credentials to this host as well, if a registry says that it has tokens. By
   * default only the registry's own host gets them, and those that are known to belong together.
   */
  public RegistryOptions tokensFrom(String host) {
    Set<String> more = new TreeSet<>(tokenHosts);
    more.add(host);
    return new RegistryOptions(insecure, more, environment, patience);
  }

  RegistryOptions with(Environment newEnvironment) {
    return new RegistryOptions(insecure, tokenHosts, newEnvironment, patience);
  }

  RegistryOptions with(Patience newPatience) {
    return new RegistryOptions(insecure, tokenHosts, environment, newPatience);
  }

  boolean insecure() {
    return insecure;
  }

  Set<String> tokenHosts() {
    return tokenHosts;
  }

  Environment environment() {
    return environment;
  }

  Patience patience() {
    return patience;
  }
}
