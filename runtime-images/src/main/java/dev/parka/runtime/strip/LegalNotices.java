package dev.parka.runtime.strip;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Notices that several modules have in the same words. jlink keeps each text once and has links to
 * it, in a directory for each module; here one file takes the place of the links: {@code
 * legal/index} has a line for each, where it would be and where the text is. No text is lost.
 */
record LegalNotices() implements ImageStrip {

  /** The directory of all notices. */
  static final String DIRECTORY = "legal";

  /** The file in it that tells where the others are. */
  static final String INDEX = "index";

  @Override
  public StripKind kind() {
    return StripKind.LEGAL_NOTICES;
  }

  @Override
  public void apply(Path image) throws IOException {
    Path legal = image.resolve(DIRECTORY);
    if (!Files.isDirectory(legal)) {
      return;
    }
    SortedMap<String, String> texts = links(legal);
    StringBuilder index = new StringBuilder();
    for (Map.Entry<String, String> link : texts.entrySet()) {
      index.append(link.getKey()).append(' ').append(link.getValue()).append('\n');
      Files.delete(legal.resolve(link.getKey()));
    }
    if (!texts.isEmpty()) {
      Files.writeString(legal.resolve(INDEX), index);
      removeEmptyDirectories(legal);
    }
  }

  /** The links that lead to a notice of another module, both as paths from {@code legal} on. */
  private static SortedMap<String, String> links(Path legal) throws IOException {
    // In the order in which a shell expands a pattern: module by module.
    SortedMap<String, String> links =
        new TreeMap<>(Comparator.comparing(path -> path.replace('/', '\0')));
    try (Stream<Path> files = Files.walk(legal, 2)) {
      for (Path file : files.filter(Files::isSymbolicLink).toList()) {
        Path target = file.resolveSibling(Files.readSymbolicLink(file)).normalize();
        if (target.startsWith(legal) && Files.isRegularFile(target)) {
          links.put(legal.relativize(file).toString(), legal.relativize(target).toString());
        }
      }
    }
    return links;
  }

  private static void removeEmptyDirectories(Path legal) throws IOException {
    try (DirectoryStream<Path> modules = Files.newDirectoryStream(legal)) {
      for (Path module : modules) {
        if (Files.isDirectory(module) && isEmpty(module)) {
          Files.delete(module);
        }
      }
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }
}
