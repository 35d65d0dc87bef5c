package dev.parka.runtime.rootfs;

import dev.parka.runtime.jdk.Architecture;
import dev.parka.runtime.jdk.Libc;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where a C library's loader looks for libraries: what is configured, then what is built in.
 *
 * @param configured what {@code /etc/ld.so.conf} with its includes says (ldconfig(8)), or {@code
 *     /etc/ld-musl-*.path}
 * @param builtIn where it looks without any configuration
 */
record SearchPath(List<String> configured, List<String> builtIn) {

  private static final int INCLUDE_LIMIT = 8;

  SearchPath {
    configured = List.copyOf(configured);
    builtIn = List.copyOf(builtIn);
  }

  static SearchPath of(HostRoot root, Architecture architecture, Libc libc) throws IOException {
    String machine = architecture.jdkName();
    if (libc == Libc.MUSL) {
      List<String> configured = new ArrayList<>();
      for (String line : lines(root, "/etc/ld-musl-" + machine + ".path")) {
        configured.addAll(List.of(line.split(":", -1)));
      }
      return new SearchPath(configured, List.of("/lib", "/usr/local/lib", "/usr/lib"));
    }
    Set<String> configured = new LinkedHashSet<>();
    addConfiguration(root, "/etc/ld.so.conf", 0, configured);
    // Debian's loader knows the first two, Red Hat's the next two, everyone's the last two.
    String multiArch = machine + "-linux-gnu";
    return new SearchPath(
        List.copyOf(configured),
        List.of(
            "/lib/" + multiArch,
            "/usr/lib/" + multiArch,
            "/lib64",
            "/usr/lib64",
            "/lib",
            "/usr/lib"));
  }

  /** All of them, each once. */
  Set<String> all() {
    Set<String> all = new LinkedHashSet<>(configured);
    all.addAll(builtIn);
    return all;
  }

  private static void addConfiguration(
      HostRoot root, String file, int depth, Set<String> directories) throws IOException {
    for (String line : lines(root, file)) {
      String[] words = line.split("\\s+", -1);
      if (words[0].equals("include")) {
        // Files that include one another would go on for ever.
        for (int i = 1; i < words.length && depth < INCLUDE_LIMIT; i++) {
          for (String included : expand(root, absolute(file, words[i]))) {
            addConfiguration(root, included, depth + 1, directories);
          }
        }
      } else if (line.startsWith("/")) {
        directories.addAll(List.of(line.split("[\\s:,]+", -1)));
      }
    }
  }

  private static String absolute(String includer, String pattern) {
    return pattern.startsWith("/")
        ? pattern
        : includer.substring(0, includer.lastIndexOf('/') + 1) + pattern;
  }

  private static Set<String> expand(HostRoot root, String pattern) throws IOException {
    int slash = pattern.lastIndexOf('/');
    Optional<Path> directory = root.find(pattern.substring(0, slash + 1));
    Set<String> names = new TreeSet<>();
    if (directory.filter(Files::isDirectory).isPresent()) {
      try (DirectoryStream<Path> files =
          Files.newDirectoryStream(directory.get(), pattern.substring(slash + 1))) {
        files.forEach(file -> names.add(pattern.substring(0, slash + 1) + file.getFileName()));
      }
    }
    return names;
  }

  /** The lines that say something, without comments; none if there is no such file. */
  private static List<String> lines(HostRoot root, String file) throws IOException {
    Optional<Path> found = root.find(file).filter(Files::isRegularFile);
    if (found.isEmpty()) {
      return List.of();
    }
    // ISO 8859-1 reads any bytes: a name that is not UTF-8 is a directory that is not found.
    return Files.readAllLines(found.get(), StandardCharsets.ISO_8859_1).stream()
        .map(line -> line.replaceFirst("#.*", "").strip())
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
