package dev.parka.runtime.rootfs;

import dev.parka.runtime.cache.CacheKey;
import dev.parka.runtime.cache.FileFacts;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Dpkg's lists of the files of each package, or those of a distroless image. A machine has hundreds
 * of them: what was found is remembered as long as nothing is installed, removed or upgraded, for
 * which dpkg puts a new list in the place of the old one.
 */
final class DpkgLists {

  static final String FRAGMENTS = "/var/lib/dpkg/status.d";

  private static final String INFO = "/var/lib/dpkg/info";

  /** How the lists' names end, by the directory that they are in. */
  private static final Map<String, String> ENDINGS =
      new TreeMap<>(Map.of(INFO, ".list", FRAGMENTS, ".md5sums"));

  private DpkgLists() {}

  /** Whether there is any list. */
  static boolean areIn(HostRoot root) throws IOException {
    for (Map.Entry<String, String> ending : ENDINGS.entrySet()) {
      Optional<Path> directory = root.find(ending.getKey()).filter(Files::isDirectory);
      if (directory.isPresent()) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory.get())) {
          for (Path file : files) {
            if (file.toString().endsWith(ending.getValue())) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  /** The names of the packages that files belong to, by the files' absolute paths. */
  static Map<String, String> owners(HostRoot root, Set<String> paths, FileFacts facts)
      throws IOException {
    List<Path> directories = new ArrayList<>();
    for (String directory : ENDINGS.keySet()) {
      root.find(directory).ifPresent(directories::add);
    }
    String lines =
        facts.find(
            new CacheKey("dpkg owners").add(root.directory()).addAll(new TreeSet<>(paths)),
            directories,
            () -> encode(find(root, paths)));
    return decode(lines);
  }

  private static Map<String, String> find(HostRoot root, Set<String> paths) throws IOException {
    Map<String, String> wanted = new HashMap<>();
    paths.forEach(path -> PackageData.aliases(path).forEach(alias -> wanted.put(alias, path)));
    ListedPaths search = new ListedPaths(wanted.keySet());
    Map<String, String> names = new TreeMap<>();
    for (Map.Entry<String, Path> list : lists(root).entrySet()) {
      for (String listed : search.in(Files.readAllBytes(list.getValue()))) {
        names.putIfAbsent(String.valueOf(wanted.get(listed)), list.getKey());
      }
    }
    return names;
  }

  private static SortedMap<String, Path> lists(HostRoot root) throws IOException {
    SortedMap<String, Path> lists = new TreeMap<>();
    for (Map.Entry<String, String> ending : ENDINGS.entrySet()) {
      Optional<Path> found = root.find(ending.getKey()).filter(Files::isDirectory);
      if (found.isPresent()) {
        addLists(found.get(), ending.getValue(), lists);
      }
    }
    return lists;
  }

  private static void addLists(Path directory, String ending, SortedMap<String, Path> lists)
      throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*" + ending)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        lists.put(name.substring(0, name.length() - ending.length()), file);
      }
    }
  }

  /** A line for each file: its package, whose name has no space, and its path. */
  private static String encode(Map<String, String> names) {
    StringBuilder lines = new StringBuilder();
    names.forEach((path, name) -> lines.append(name).append(' ').append(path).append('\n'));
    return lines.toString();
  }

  private static Map<String, String> decode(String lines) {
    Map<String, String> names = new TreeMap<>();
    int start = 0;
    for (int end = lines.indexOf('\n'); end >= 0; end = lines.indexOf('\n', start)) {
      int space = lines.indexOf(' ', start);
      names.put(lines.substring(space + 1, end), lines.substring(start, space));
      start = end + 1;
    }
    return names;
  }
}
