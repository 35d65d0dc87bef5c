package dev.parka.registry;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.cloud.tools.jib.api.Credential;
import com.google.cloud.tools.jib.api.CredentialRetriever;
import com.google.cloud.tools.jib.frontend.CredentialRetrieverFactory;
import com.google.cloud.tools.jib.registry.credentials.CredentialRetrievalException;
import dev.parka.registry.RegistryOptions.Environment;
import dev.parka.runtime.ParkaException;
import dev.parka.spec.ImageReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Finds the user's credentials, with jib-core's retrievers. */
final class Logins {

  static final String HOST = "PARKA_REGISTRY_HOST";
  static final String USERNAME = "PARKA_REGISTRY_USERNAME";
  static final String PASSWORD = "PARKA_REGISTRY_PASSWORD";

  private static final JsonMapper JSON = new JsonMapper();
  private static final String HELPER = "docker-credential-";

  private final Environment environment;
  private final Duration time;

  /**
   * A search.
   *
   * @param time what a credential helper may take
   */
  Logins(Environment environment, Duration time) {
    this.environment = environment;
    this.time = time;
  }

  /**
   * The credentials for a registry; empty if none are configured, or their helper is not there.
   *
   * @throws ParkaException [NoCredentials] if some are and cannot be read
   */
  Optional<Login> find(ImageReference reference) {
    RegistryName name = RegistryName.of(reference);
    CredentialRetrieverFactory factory =
        CredentialRetrieverFactory.forImage(
            RegistryName.parse(reference), event -> {}, environment.variables());
    List<CredentialRetriever> retrievers = new ArrayList<>();
    variables(name)
        .ifPresent(
            login ->
                retrievers.add(
                    factory.known(Credential.from(login.user(), login.password()), HOST)));
    for (Path file : files()) {
      if (Files.exists(file)) {
        retrievers.add(() -> read(factory, file, name));
      }
    }
    retrievers.add(factory.wellKnownCredentialHelpers());
    FutureTask<Optional<Credential>> search = new FutureTask<>(() -> first(retrievers));
    Thread thread = new Thread(search, "parka-credentials");
    thread.setDaemon(true);
    thread.start();
    return await(search, name).map(found -> new Login(found.getUsername(), found.getPassword()));
  }

  /** jib-core passes over what it cannot read; a user who is not let in would wonder why. */
  private static Optional<Credential> read(
      CredentialRetrieverFactory factory, Path file, RegistryName name)
      throws CredentialRetrievalException {
    try {
      JSON.readTree(file.toFile());
    } catch (IOException e) {
      throw cannot(
          "the credentials for " + name.host() + " cannot be read from " + file,
          "mend the file: it has to be JSON");
    }
    return factory.dockerConfig(file).retrieve();
  }

  private static Optional<Credential> first(List<CredentialRetriever> retrievers)
      throws CredentialRetrievalException {
    for (CredentialRetriever retriever : retrievers) {
      Optional<Credential> found = retriever.retrieve();
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private Optional<Credential> await(FutureTask<Optional<Credential>> search, RegistryName name) {
    try {
      return search.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      stopHelpers();
      throw cannot(
          "the credential helper for " + name.host() + " gave no answer in " + seconds(),
          "run it by hand, or take it out of Docker's configuration");
    } catch (InterruptedException e) {
      stopHelpers();
      Thread.currentThread().interrupt();
      throw cannot("looking for credentials was interrupted", "try again");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ParkaException known) {
        throw known;
      }
      // Not a word of the cause: parsers and helpers quote what they have read.
      throw cannot(
          "the credentials for " + name.host() + " cannot be read",
          "look at Docker's configuration and at the credential helper that it names");
    }
  }

  private String seconds() {
    return time.toMillis() < 1000 ? time.toMillis() + " ms" : time.toSeconds() + " s";
  }

  /** jib-core waits for its helpers for ever, and keeps them to itself. */
  private static void stopHelpers() {
    ProcessHandle.current()
        .children()
        .filter(
            child -> child.info().commandLine().filter(line -> line.contains(HELPER)).isPresent())
        .forEach(Logins::stop);
  }

  private static void stop(ProcessHandle helper) {
    helper.descendants().forEach(ProcessHandle::destroyForcibly);
    helper.destroyForcibly();
  }

  private Optional<Login> variables(RegistryName name) {
    Optional<String> user = environment.variable(USERNAME);
    Optional<String> password = environment.variable(PASSWORD);
    Optional<String> host = environment.variable(HOST);
    if (user.isEmpty() && password.isEmpty()) {
      return Optional.empty();
    }
    if (user.isEmpty() || password.isEmpty() || host.isEmpty()) {
      throw cannot(
          "of " + HOST + ", " + USERNAME + " and " + PASSWORD + " only some are set",
          "set all of them, or none");
    }
    return name.isCalled(host.get())
        ? Optional.of(new Login(user.get(), password.get()))
        : Optional.empty();
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    environment
        .variable("DOCKER_CONFIG")
        .map(directory -> Path.of(directory, "config.json"))
        .or(() -> environment.home().map(home -> home.resolve(".docker/config.json")))
        .ifPresent(files::add);
    environment
        .variable("REGISTRY_AUTH_FILE")
        .map(Path::of)
        .or(
            () ->
                environment
                    .variable("XDG_RUNTIME_DIR")
                    .map(directory -> Path.of(directory, "containers/auth.json")))
        .ifPresent(files::add);
    return files;
  }

  private static ParkaException cannot(String fact, String fix) {
    return new ParkaException(RegistryProblem.NO_CREDENTIALS, fact, fix);
  }
}
