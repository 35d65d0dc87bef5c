package dev.parka.runtime.jdk;

import static java.util.stream.Collectors.joining;

import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The JDKs of this machine: the one that runs this, then those that were found, the newest first.
 *
 * @param jdks each once, by its real home
 */
public record InstalledJdks(List<Jdk> jdks) {

  /** Where systems and installers put JDKs, one a folder; {@code ~} is the user's home. */
  private static final List<String> FOLDERS =
      List.of(
          "/usr/lib/jvm",
          "/usr/java",
          "/opt/java",
          "/opt/jdk",
          "/opt",
          "~/.sdkman/candidates/java",
          "~/.asdf/installs/java",
          "~/.local/share/mise/installs/java",
          "~/.jenv/versions",
          "~/.jdks",
          "~/.gradle/jdks");

  /** Copies the list. */
  public InstalledJdks {
    jdks = List.copyOf(jdks);
  }

  /** Looks where JDKs usually are, and where {@code JAVA_HOME} points. */
  public static InstalledJdks ofThisMachine() {
    return find(FOLDERS, System.getenv(), System.getProperty("user.home", ""));
  }

  static InstalledJdks find(List<String> folders, Map<String, String> environment, String home) {
    List<Path> homes = new ArrayList<>();
    List<String> variables =
        environment.keySet().stream()
            .filter(name -> name.equals("JAVA_HOME") || name.matches("JAVA_HOME_\\d+_\\w+"))
            .sorted()
            .toList();
    variables.forEach(name -> path(environment.getOrDefault(name, "")).ifPresent(homes::add));
    for (String folder : folders) {
      path(folder.replaceFirst("^~", home.replace("\\", "\\\\").replace("$", "\\$")))
          .ifPresent(path -> homes.addAll(children(path)));
    }
    Map<Path, Jdk> found = new LinkedHashMap<>();
    homes.forEach(path -> describe(path).ifPresent(jdk -> found.putIfAbsent(jdk.home(), jdk)));
    List<Jdk> all = new ArrayList<>(found.values());
    // Ties between installations of one version must not hang on the order of a directory.
    all.sort(
        Comparator.comparing(Jdk::version).reversed().thenComparing(jdk -> jdk.home().toString()));
    describe(Path.of(System.getProperty("java.home")))
        .ifPresent(
            running -> {
              all.removeIf(jdk -> jdk.home().equals(running.home()));
              all.add(0, running);
            });
    return new InstalledJdks(all);
  }

  /** The first that is as wanted. */
  public Optional<Jdk> first(Predicate<Jdk> wanted) {
    return jdks.stream().filter(wanted).findFirst();
  }

  /**
   * All of them in one line, such as {@code 17.0.15+6 for x86_64 in /usr/lib/jvm/java-17}; what
   * messages say that nothing among them is as wanted.
   */
  public String describe() {
    return jdks.isEmpty()
        ? "none"
        : jdks.stream().map(InstalledJdks::describe).collect(joining(", "));
  }

  private static String describe(Jdk jdk) {
    return jdk.version() + " for " + jdk.platformName() + " in " + jdk.home();
  }

  private static Optional<Jdk> describe(Path home) {
    try {
      return Files.exists(home.resolve("release")) ? Optional.of(Jdk.at(home)) : Optional.empty();
    } catch (ParkaException e) {
      // No JDK, or none that images can be made from.
      return Optional.empty();
    }
  }

  private static List<Path> children(Path folder) {
    List<Path> children = new ArrayList<>(List.of(folder));
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder, Files::isDirectory)) {
      all.forEach(children::add);
    } catch (IOException e) {
      // It is not there, or nobody's business.
    }
    children.sort(Comparator.naturalOrder());
    return children;
  }

  private static Optional<Path> path(String text) {
    try {
      return text.startsWith("/") ? Optional.of(Path.of(text)) : Optional.empty();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
