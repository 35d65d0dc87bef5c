package dev.parka.runtime.breakages;

import static java.util.stream.Collectors.joining;

import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.process.ChildProcess;
import dev.parka.runtime.process.ProcessResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A breakage's application, built in a directory of its own. */
record Application(Breakage breakage, Path home) {

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** Builds its jars, the last by name first: an earlier one may use the later ones. */
  static Application build(Breakage breakage, Path home) throws IOException {
    Files.createDirectories(home);
    List<Path> folders = new ArrayList<>(breakage.jars());
    List<Path> built = new ArrayList<>();
    while (!folders.isEmpty()) {
      Path folder = folders.remove(folders.size() - 1);
      List<Path> shared = folder.endsWith("app.jar") ? breakage.sharedSources() : List.of();
      built.add(0, JarBuilder.build(folder, shared, home, built));
    }
    Path store = home.resolve("key.p12");
    breakage.words("key").forEach(algorithm -> HostTool.makeKey(algorithm, store));
    breakage.words("sign").forEach(jar -> HostTool.sign(home.resolve(jar), store));
    return new Application(breakage, home);
  }

  /** What {@code java} gets as its class path. */
  List<Path> classPath() {
    return breakage.words("classpath", "app.jar").stream().map(home::resolve).toList();
  }

  /** What {@code java} gets as its flags. */
  List<String> flags() {
    return placed("flags");
  }

  /** Runs it with some {@code java}; says what was wrong, if anything. */
  Optional<String> failure(Path java) throws IOException {
    return failure(java, List.of());
  }

  /** Runs it on the running JDK with these modules and what they require, as if it had no more. */
  Optional<String> failureWith(Collection<String> modules) throws IOException {
    Path java = Jdk.running().tool("java");
    return failure(java, List.of("--limit-modules=" + String.join(",", modules)));
  }

  private Optional<String> failure(Path java, List<String> more) throws IOException {
    for (Path left : left()) {
      Files.deleteIfExists(left);
    }
    ProcessResult result =
        ChildProcess.of(command(java, more)).within(PATIENCE).with("HOME", home.toString()).run();
    List<String> lines = result.stdout().lines().toList();
    boolean saidSo = !lines.isEmpty() && lines.get(lines.size() - 1).equals("OK");
    return result.succeeded() && saidSo && left().stream().allMatch(Files::exists)
        ? Optional.empty()
        : Optional.of(result.describe());
  }

  private List<String> command(Path java, List<String> more) {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(more);
    command.addAll(HostTool.SHORT_RUN);
    command.addAll(flags());
    String path = classPath().stream().map(Path::toString).collect(joining(":"));
    command.addAll(
        breakage.value("launch").equals("-jar")
            ? List.of("-jar", path)
            : List.of("-cp", path, breakage.value("main")));
    command.addAll(placed("args"));
    return command;
  }

  /** The files that it should leave. */
  private List<Path> left() {
    return breakage.words("leaves").stream().map(home::resolve).toList();
  }

  private List<String> placed(String key) {
    return breakage.words(key).stream()
        .map(
            word ->
                word.replace("{home}", home.toString())
                    .replace("{case}", breakage.folder().toString())
                    .replace("{jdk}", Jdk.running().home().toString()))
        .toList();
  }
}
