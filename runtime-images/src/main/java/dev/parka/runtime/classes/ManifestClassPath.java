package dev.parka.runtime.classes;

import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.jar.Attributes;

/**
 * The entries that jars add to a class path by the {@code Class-Path} of their manifests: relative
 * URLs with spaces between them, resolved against the jar that names them (JAR File Specification,
 * "Class-Path Attribute"). Each comes right after the jar that names it, before what was given
 * after that jar, as {@code java} searches them.
 */
final class ManifestClassPath {

  /** Some hundred jars that name one another, as honest applications have, stay below that. */
  static final int MOST = 100_000;

  private final Map<Path, Path> given = new HashMap<>();
  private final Map<Path, Path> found = new LinkedHashMap<>();
  private final Map<URI, Optional<Path>> resolved = new HashMap<>();
  private int names;

  private ManifestClassPath() {}

  /**
   * The entries with those that they name, each once, also where links lead to it. What is not
   * there, or is no jar, is left out, as {@code java} does.
   *
   * @throws ParkaException [HostileJar] if they are too many
   */
  static List<Path> expand(List<Path> entries) {
    return new ManifestClassPath().follow(entries);
  }

  /** What a {@code Class-Path} names, taken apart. */
  static List<String> split(String classPath) {
    List<String> parts = new ArrayList<>();
    StringTokenizer tokens = new StringTokenizer(classPath);
    while (tokens.hasMoreTokens()) {
      parts.add(tokens.nextToken());
    }
    return parts;
  }

  private List<Path> follow(List<Path> entries) {
    Deque<Path> open = new ArrayDeque<>();
    for (Path entry : entries) {
      open.add(entry);
      given.putIfAbsent(real(entry), entry);
    }
    while (!open.isEmpty()) {
      Path entry = open.pop();
      Path real = real(entry);
      if (found.putIfAbsent(real, given.getOrDefault(real, entry)) == null) {
        List<Path> named = named(entry);
        names += named.size();
        if (names > MOST) {
          throw new ParkaException(
              List.of(
                  JarProblems.hostile(
                      entry.toString(), "a Class-Path that leads to more than " + MOST + " jars")));
        }
        for (int i = named.size() - 1; i >= 0; i--) {
          open.push(named.get(i));
        }
      }
    }
    return List.copyOf(found.values());
  }

  private static Path real(Path entry) {
    try {
      return entry.toRealPath();
    } catch (IOException e) {
      return entry.toAbsolutePath().normalize();
    }
  }

  private List<Path> named(Path jar) {
    List<Path> named = new ArrayList<>();
    List<String> parts = Files.isRegularFile(jar) ? split(classPath(jar)) : List.of();
    if (!parts.isEmpty()) {
      URI base = jar.toAbsolutePath().toUri();
      for (String part : parts) {
        try {
          resolved
              .computeIfAbsent(base.resolve(new URI(part)), url -> resolve(jar, url))
              .ifPresent(named::add);
        } catch (URISyntaxException e) {
          // Nothing lies there.
        }
      }
    }
    return named;
  }

  /** Whoever reads the whole jar says what is wrong with it. */
  private static String classPath(Path jar) {
    try {
      String classPath = JarManifest.of(jar).getValue(Attributes.Name.CLASS_PATH);
      return classPath == null ? "" : classPath;
    } catch (IOException e) {
      return "";
    }
  }

  private static Optional<Path> resolve(Path jar, URI url) {
    if (!"file".equalsIgnoreCase(url.getScheme())) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(url);
      boolean isFolder = url.getPath().endsWith("/") && Files.isDirectory(path);
      return (isFolder && !holds(path, jar)) || isJar(path) ? Optional.of(path) : Optional.empty();
    } catch (IllegalArgumentException e) {
      // An escape that is none, a query or a host: java finds no file there, either.
      return Optional.empty();
    }
  }

  /**
   * Who names the folder where the jar itself lies, as in {@code Class-Path: . lib/a.jar}, means
   * files that an administrator may put there, and not all that a build has left there.
   */
  private static boolean holds(Path folder, Path jar) {
    return real(jar).startsWith(real(folder));
  }

  private static boolean isJar(Path path) {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try {
      JarManifest.check(path);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
