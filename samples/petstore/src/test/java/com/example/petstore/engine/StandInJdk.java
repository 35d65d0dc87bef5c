package com.example.petstore.engine;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A root file system with the JDK that runs this test, laid out like the images named
 * eclipse-temurin: merged {@code /usr}, and the JDK in {@code /opt/java/openjdk}. It holds the
 * programs that a Dockerfile may count on and no other, so that a Dockerfile that asks for more is
 * found out.
 */
final class StandInJdk {

  static final String HOME = "/opt/java/openjdk";

  private static final List<String> PROGRAMS =
      List.of(
          "bash",
          "chmod",
          "cp",
          "dpkg-query",
          "find",
          "grep",
          "ldd",
          "ln",
          "md5sum",
          "mkdir",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sh",
          "sha256sum",
          "sort");

  /** What is installed, by dpkg's account, and under which licences. */
  private static final String PACKAGE_DATA =
      "cd / && { echo var/lib/dpkg/status; find var/lib/dpkg/info -name '*.list'"
          + " && find usr/share/doc -maxdepth 1 -type l"
          + " && find usr/share/doc -mindepth 2 -maxdepth 2 -name copyright"
          + " && ls etc/os-release usr/lib/os-release etc/debian_version; }"
          + " | tar -cf - -T - | tar -xf - -C \"$0\"";

  private static final Pattern LIBRARY = Pattern.compile("(/\\S+) \\(0x");

  private final Path root;
  private final Path jdk;

  private StandInJdk(Path root) throws IOException {
    this.root = root;
    this.jdk = Path.of(System.getProperty("java.home")).toRealPath();
  }

  /** Writes the file system into a new directory. */
  static void layOut(Path root) throws IOException {
    StandInJdk standIn = new StandInJdk(root);
    standIn.mergeUsr();
    standIn.copyTree(standIn.jdk, HOME);
    for (String program : PROGRAMS) {
      standIn.copy(Path.of(Tool.named(program).command().get(0)), "/usr/bin/" + program);
    }
    standIn.copyLibraries();
    standIn.copyTree(Path.of("/usr/lib/locale/C.utf8"), "/usr/lib/locale/C.utf8");
    Tool.named("sh").run("-c", PACKAGE_DATA, root.toString());
    standIn.moveJdk();
    Path certificates = Files.createDirectories(root.resolve("etc/ssl/certs"));
    Files.writeString(certificates.resolve("ca-certificates.crt"), "stands in for certificates\n");
  }

  private void mergeUsr() throws IOException {
    for (String directory : List.of("bin", "lib", "lib64", "sbin")) {
      Files.createDirectories(root.resolve("usr").resolve(directory));
      Files.createSymbolicLink(root.resolve(directory), Path.of("usr", directory));
    }
    Files.createDirectories(root.resolve("tmp"));
  }

  private void copyTree(Path from, String to) throws IOException {
    // Distributions keep parts of a JDK elsewhere, behind links.
    try (Stream<Path> files = Files.walk(from, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        copy(file, to + "/" + from.relativize(file));
      }
    }
  }

  private void copyLibraries() throws IOException {
    List<String> binaries = new ArrayList<>();
    // ldd itself is a script.
    PROGRAMS.stream()
        .filter(program -> !program.equals("ldd"))
        .forEach(program -> binaries.add(Tool.named(program).command().get(0)));
    try (Stream<Path> files = Files.walk(jdk)) {
      files
          .filter(file -> file.toString().endsWith(".so") || file.getParent().endsWith("bin"))
          .forEach(file -> binaries.add(file.toString()));
    }
    String libraries = Tool.named("ldd").run(binaries.toArray(String[]::new));
    List<String> found =
        LIBRARY.matcher(libraries).results().map(match -> match.group(1)).distinct().toList();
    for (String library : found) {
      if (!library.startsWith(jdk.toString())) {
        copy(Path.of(library), library);
      }
    }
  }

  /** Whoever has installed jlink has installed it where it is now. */
  private void moveJdk() throws IOException {
    String jlink = jdk.resolve("bin/jlink").toString();
    try (Stream<Path> lists = Files.list(root.resolve("var/lib/dpkg/info"))) {
      for (Path list : (Iterable<Path>) lists::iterator) {
        String files = Files.readString(list);
        if (files.contains(jlink + "\n")) {
          Files.writeString(list, files.replace(jlink + "\n", HOME + "/bin/jlink\n"));
        }
      }
    }
  }

  private void copy(Path file, String to) throws IOException {
    Path target = root.resolve(to.substring(1));
    Files.createDirectories(target.getParent());
    Files.copy(file, target);
  }
}
