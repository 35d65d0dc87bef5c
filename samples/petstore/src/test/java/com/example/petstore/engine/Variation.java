package com.example.petstore.engine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * What is different in one build from another, and should not show.
 *
 * @param what the difference
 * @param command what starts the JVM, with a word for each argument; {@code java} is the JVM
 * @param environment variables that are set
 * @param files where the application lies, and how it was put there
 */
record Variation(String what, List<String> command, Map<String, String> environment, Layout files) {

  /** Puts a copy of the application into a directory that exists; answers with its class path. */
  @FunctionalInterface
  interface Layout {
    String lay(Path directory) throws IOException;
  }

  private static final Path CLASSES = Path.of("target/classes");
  private static final Path LIBRARIES = Path.of("target/lib");

  /** Nothing is different. */
  static Variation none() {
    return new Variation("nothing", List.of("java"), Map.of(), Variation::copy);
  }

  static Stream<Variation> all() {
    return Stream.of(
        flags("a Turkish user", "-Duser.language=tr", "-Duser.country=TR"),
        flags("another file encoding", "-Dfile.encoding=ISO-8859-1"),
        flags("one processor, as the JVM sees it", "-XX:ActiveProcessorCount=1"),
        flags("sixteen processors, as the JVM sees it", "-XX:ActiveProcessorCount=16"),
        flags("a small heap", "-Xmx64m"),
        flags("another garbage collector", "-XX:+UseParallelGC"),
        flags("a third garbage collector", "-XX:+UseSerialGC"),
        flags("other hash codes", "-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2"),
        flags("both compilers", "-XX:TieredStopAtLevel=4"),
        variables("a time zone far in the west", "TZ", "Etc/GMT+12"),
        variables("a time zone far in the east", "TZ", "Etc/GMT-14"),
        variables("an Estonian locale", "LC_ALL", "et_EE.UTF-8"),
        variables("a Japanese language", "LANG", "ja_JP.UTF-8"),
        variables("noise in the environment", "JAVA_TOOL_OPTIONS", "-Dnoise=1"),
        variables("another home", "HOME", "/nowhere"),
        started("another umask", "sh", "-c", "umask 077 && exec \"$0\" \"$@\""),
        started("one real processor", "taskset", "-c", "0"),
        started("no random addresses", "setarch", "-R"),
        started(
            "another host name", "unshare", "--uts", "sh", "-c", HOST + " && exec \"$0\" \"$@\""),
        started("another time of day", "faketime", "-f", "+400d"),
        started("another user", "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"),
        laid("a path with a space", at("another place")),
        laid("a deep path", at("a/b/c/d/e/f/g/h/i/j/k/l/m/n/o/p")),
        laid("a linked path", Variation::linked),
        laid("files made in another order", Variation::reversed),
        laid("files of another time", Variation::touched),
        laid("files that nobody else may read", Variation::narrowed),
        laid("jars packed in another order at another time", Variation::repacked),
        laid("a class path that names every jar", Variation::named));
  }

  private static final String HOST = "hostname elsewhere";

  private static Variation flags(String what, String... flags) {
    List<String> command = new ArrayList<>(List.of("java"));
    Collections.addAll(command, flags);
    return new Variation(what, command, Map.of(), Variation::copy);
  }

  private static Variation variables(String what, String name, String value) {
    return new Variation(what, List.of("java"), Map.of(name, value), Variation::copy);
  }

  private static Variation started(String what, String... command) {
    List<String> all = new ArrayList<>(List.of(command));
    all.add("java");
    return new Variation(what, all, Map.of(), Variation::copy);
  }

  private static Variation laid(String what, Layout files) {
    return new Variation(what, List.of("java"), Map.of(), files);
  }

  /** The program that it needs; empty where that is the JVM. */
  Optional<String> program() {
    return Optional.of(command.get(0)).filter(name -> !name.equals("java"));
  }

  /** The command, on a JVM that is ready sooner with one compiler. */
  Tool on(String java) {
    List<String> words =
        command.stream()
            .flatMap(
                word ->
                    word.equals("java")
                        ? Stream.of(java, "-XX:TieredStopAtLevel=1")
                        : Stream.of(word))
            .toList();
    return new Tool(words, environment);
  }

  @Override
  public String toString() {
    return what;
  }

  static String copy(Path directory) throws IOException {
    return copy(directory, false);
  }

  private static String copy(Path directory, boolean reversed) throws IOException {
    for (Path tree : List.of(CLASSES, LIBRARIES)) {
      List<Path> files;
      try (Stream<Path> walk = Files.walk(tree)) {
        files = new ArrayList<>(walk.filter(Files::isRegularFile).sorted().toList());
      }
      if (reversed) {
        Collections.reverse(files);
      }
      for (Path file : files) {
        Path to = directory.resolve(tree.getFileName()).resolve(tree.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    return classPath(directory);
  }

  private static String classPath(Path directory) {
    return directory.resolve("classes") + ":" + directory.resolve("lib") + "/*";
  }

  private static Layout at(String path) {
    return directory -> copy(Files.createDirectories(directory.resolve(path)));
  }

  private static String linked(Path directory) throws IOException {
    copy(Files.createDirectory(directory.resolve("real")));
    Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("real"));
    return classPath(link);
  }

  private static String reversed(Path directory) throws IOException {
    return copy(directory, true);
  }

  private static String touched(Path directory) throws IOException {
    String classPath = copy(directory);
    for (Path file : files(directory)) {
      Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2001-02-03T04:05:06Z")));
    }
    return classPath;
  }

  private static String narrowed(Path directory) throws IOException {
    String classPath = copy(directory);
    for (Path file : files(directory)) {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r-x------"));
    }
    return classPath;
  }

  private static String named(Path directory) throws IOException {
    copy(directory);
    StringBuilder classPath = new StringBuilder(directory.resolve("classes").toString());
    for (Path jar : files(directory.resolve("lib"))) {
      classPath.append(':').append(jar);
    }
    return classPath.toString();
  }

  private static String repacked(Path directory) throws IOException {
    String classPath = copy(directory);
    for (Path jar : files(directory.resolve("lib"))) {
      Map<String, byte[]> entries = new TreeMap<>(Collections.reverseOrder());
      try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
      try (OutputStream file = Files.newOutputStream(jar);
          ZipOutputStream out = new ZipOutputStream(file)) {
        out.setLevel(1);
        for (Map.Entry<String, byte[]> content : entries.entrySet()) {
          ZipEntry entry = new ZipEntry(content.getKey());
          entry.setTime(Instant.parse("2020-01-02T03:04:05Z").toEpochMilli());
          out.putNextEntry(entry);
          out.write(content.getValue());
        }
      }
    }
    return classPath;
  }

  private static List<Path> files(Path directory) throws IOException {
    try (Stream<Path> walk = Files.walk(directory)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
