package dev.parka.runtime.breakages;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.Reader;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One folder: an application, and what is said of it. */
record Breakage(String name, Path folder, Properties keys) {

  private static final Path FOLDER = Path.of("src/test/resources/breakages").toAbsolutePath();
  private static final String KEYS = "case.properties";

  /** All of them, by name. */
  static List<Breakage> all() throws IOException {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve(KEYS)))
          .sorted()
          .map(Breakage::read)
          .toList();
    }
  }

  private static Breakage read(Path folder) {
    Properties keys = new Properties();
    try (Reader in = Files.newBufferedReader(folder.resolve(KEYS))) {
      keys.load(in);
    } catch (IOException e) {
      throw new IllegalStateException("no keys in " + folder, e);
    }
    return new Breakage(folder.getFileName().toString(), folder, keys);
  }

  /** The value of a key; empty where there is none. */
  String value(String key) {
    return keys.getProperty(key, "");
  }

  /** The words of a key's value. */
  List<String> words(String key) {
    return Arrays.stream(value(key).split("[ ,]+", -1)).filter(word -> !word.isEmpty()).toList();
  }

  /** The words of a key that every application has; those of {@code otherwise} by default. */
  List<String> words(String key, String otherwise) {
    List<String> words = words(key);
    return words.isEmpty() ? List.of(otherwise) : words;
  }

  /** The folders of the classes of its jars. */
  List<Path> jars() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Sources that several applications have. */
  List<Path> sharedSources() {
    return words("shared").stream().map(FOLDER.resolve("shared")::resolve).toList();
  }

  /** The modules that no reference shows; without those that are empty or gone in this JDK. */
  SortedSet<String> hiddenModules() {
    return words("hidden").stream()
        .filter(Breakage::hasClasses)
        .collect(toCollection(TreeSet::new));
  }

  private static boolean hasClasses(String module) {
    return ModuleFinder.ofSystem()
        .find(module)
        .map(ModuleReference::descriptor)
        .filter(descriptor -> !descriptor.packages().isEmpty())
        .isPresent();
  }

  @Override
  public String toString() {
    return name;
  }
}
