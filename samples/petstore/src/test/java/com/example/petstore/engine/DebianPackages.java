package com.example.petstore.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Packages of Debian for a processor that need not be this machine's, fetched with a configuration
 * and package lists of their own: what is installed here stays as it is.
 */
record DebianPackages(Path directory) {

  private static final Path SOURCES = Path.of("/etc/apt/sources.list.d/debian.sources");

  /**
   * Fetches packages into {@code debs} below a new directory; answers with that.
   *
   * @throws AssertionError if apt-get cannot
   */
  static Path fetch(Path directory, String architecture, String... names) throws IOException {
    DebianPackages packages = new DebianPackages(Files.createDirectory(directory));
    Tool apt = packages.apt(architecture);
    apt.run("update");
    Path debs = Files.createDirectory(directory.resolve("debs"));
    List<String> command =
        new ArrayList<>(List.of("-c", "cd \"$0\" && exec \"$@\"", debs.toString()));
    command.addAll(apt.command());
    command.add("download");
    Collections.addAll(command, names);
    Tool.named("sh").run(command.toArray(String[]::new));
    return debs;
  }

  private Tool apt(String architecture) throws IOException {
    Path sources = Files.createDirectory(directory.resolve("sources"));
    if (Files.exists(SOURCES)) {
      Files.copy(SOURCES, sources.resolve("debian.sources"));
    }
    Path status = Files.createFile(directory.resolve("status"));
    Files.createDirectories(directory.resolve("lists/partial"));
    Files.createDirectories(directory.resolve("archives/partial"));
    return Tool.named("apt-get")
        .with(
            "--quiet=2",
            option("APT::Architecture", architecture),
            option("APT::Architectures", architecture),
            // Root's rights are not given up: the user for that cannot write here.
            option("APT::Sandbox::User", "root"),
            option("Dir::State", directory),
            option("Dir::State::Lists", directory.resolve("lists")),
            option("Dir::State::status", status),
            option("Dir::Cache", directory),
            option("Dir::Cache::archives", directory.resolve("archives")),
            option("Dir::Etc::SourceParts", sources),
            option(
                "Dir::Etc::SourceList",
                Files.exists(SOURCES) ? "/dev/null" : "/etc/apt/sources.list"));
  }

  private static String option(String name, Object value) {
    return "--option=" + name + "=" + value;
  }
}
