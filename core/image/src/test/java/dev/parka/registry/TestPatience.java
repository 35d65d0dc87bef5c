package dev.parka.registry;

import dev.parka.registry.RegistryOptions.Environment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Options of tests: nobody's credentials, and a sleeper that notes the pauses and sleeps none. */
final class TestPatience {

  final List<Duration> pauses = new CopyOnWriteArrayList<>();

  RegistryOptions options() {
    return options(Duration.ofSeconds(20), Map.of());
  }

  RegistryOptions options(Duration answer, Map<String, String> variables) {
    return RegistryOptions.ofThisUser()
        .with(new Environment(variables, Optional.empty()))
        .with(
            new Patience(
                Duration.ofSeconds(5),
                answer,
                1_000_000,
                4,
                new Patience.Pauses(
                    Duration.ofMillis(500), Duration.ofSeconds(20), Duration.ofMinutes(2)),
                pauses::add));
  }
}
