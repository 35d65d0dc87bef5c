package com.example.petstore.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The files of Debian's packages as they are installed here, in tars for {@code ADD}: what a base
 * image made of packages holds, without the minutes that it takes to install them.
 */
record DebianLayers(Path directory) {

  /** What slim images leave out. */
  private static final Pattern LEFT_OUT =
      Pattern.compile("/usr/share/(?:doc|info|lintian|locale|man|zoneinfo|gconv)/.+");

  private static final Pattern PACKAGE = Pattern.compile("[a-z0-9][a-z0-9.+-]+");

  /** What scripts of packages make, and so belongs to no package. */
  private static final List<String> OF_SCRIPTS =
      List.of("/usr/bin/java", "/etc/alternatives/java", "/etc/ssl/certs/java/cacerts");

  /** Whether this machine has this release of Debian. */
  static boolean isRelease(String number) throws IOException {
    Path version = Path.of("/etc/debian_version");
    return Files.exists(version) && Files.readString(version).startsWith(number + ".");
  }

  /** Packs what is essential, with apt, and what that needs. */
  Path plain() throws IOException {
    List<String> essential =
        Tool.named("dpkg-query")
            .run("--show", "--showformat=${Package} ${Essential}\\n")
            .lines()
            .filter(line -> line.endsWith(" yes"))
            .map(line -> line.substring(0, line.indexOf(' ')))
            .toList();
    List<String> wanted = new ArrayList<>(essential);
    wanted.add("apt");
    Path tar = pack("plain", packages(wanted), Set.of());
    Path accounts = Files.createDirectories(directory.resolve("accounts/etc"));
    for (String name : List.of("passwd", "group")) {
      Files.copy(Path.of("/usr/share/base-passwd", name + ".master"), accounts.resolve(name));
    }
    Tool.named("tar")
        .with("--append", "--file=" + tar, "--directory=" + accounts.getParent())
        .run("--numeric-owner", "etc/passwd", "etc/group");
    return tar;
  }

  /**
   * Packs a Java run-time environment without a screen, and what it needs, for an image of that.
   */
  Path java(String name, Path below) throws IOException {
    Set<String> there =
        new TreeSet<>(
            Tool.named("tar").run("--list", "--file=" + below).lines().map(f -> "/" + f).toList());
    return pack(name, packages(List.of("openjdk-17-jre-headless")), there);
  }

  private NavigableSet<String> packages(List<String> wanted) throws IOException {
    NavigableSet<String> packages = new TreeSet<>();
    Path lists = Files.createDirectories(directory.resolve("lists"));
    Tool.named("apt-cache")
        // What is installed is all that counts: lists of what could be take seconds to read.
        .with("--option=Dir::State::Lists=" + lists)
        .with("--option=Dir::Cache::pkgcache=", "--option=Dir::Cache::srcpkgcache=")
        .with("depends", "--recurse", "--installed", "--no-recommends", "--no-suggests")
        .with("--no-conflicts", "--no-breaks", "--no-replaces", "--no-enhances")
        .run(wanted.toArray(String[]::new))
        .lines()
        .filter(PACKAGE.asMatchPredicate())
        .filter(DebianLayers::isInstalled)
        .forEach(packages::add);
    return packages;
  }

  /** Of packages that stand for each other, apt-cache names all. */
  static boolean isInstalled(String name) {
    Path lists = Path.of("/var/lib/dpkg/info");
    return Files.exists(lists.resolve(name + ".list"))
        || Files.exists(lists.resolve(name + ":amd64.list"));
  }

  private Path pack(String name, NavigableSet<String> packages, Set<String> there)
      throws IOException {
    NavigableSet<String> files = new TreeSet<>();
    List<String> all =
        new ArrayList<>(
            Tool.named("dpkg-query")
                .with("--listfiles")
                .run(packages.toArray(String[]::new))
                .lines()
                .toList());
    all.addAll(OF_SCRIPTS);
    Map<Path, Path> parents = new HashMap<>();
    for (String file : all) {
      if (LEFT_OUT.matcher(file).matches() || file.equals("/.") || !file.startsWith("/")) {
        continue;
      }
      Path path = Path.of(file);
      if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        // Packages of before /usr was merged name files by way of what are links today.
        Path parent = path.getParent();
        if (!parents.containsKey(parent)) {
          parents.put(parent, parent.toRealPath());
        }
        Path real = parents.get(parent).resolve(path.getFileName());
        if (!there.contains(real.toString()) && !there.contains(real + "/")) {
          files.add(real.toString().substring(1));
        }
      }
    }
    Path list = Files.write(directory.resolve(name + ".list"), files);
    Path tar = directory.resolve(name + ".tar");
    Tool.named("tar")
        .with("--create", "--file=" + tar, "--directory=/", "--no-recursion", "--numeric-owner")
        .run("--verbatim-files-from", "--files-from=" + list);
    return tar;
  }
}
