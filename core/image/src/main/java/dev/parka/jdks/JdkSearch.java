package dev.parka.jdks;

import static java.util.stream.Collectors.joining;

import dev.parka.catalog.ImageCatalog;
import dev.parka.runtime.ParkaException;
import dev.parka.runtime.jdk.Jdk;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Looks for JDKs in an unpacked root file system, where no link may lead out of it. */
final class JdkSearch {

  private static final int DEPTH = 8;

  /** Directories of the kernel, and what packages leave in root file systems by the thousands. */
  private static final Set<String> PASSED_OVER = Set.of("proc", "sys", "dev", "doc", "man");

  private JdkSearch() {}

  /**
   * The one JDK that is as wanted: at the places of well-known images, or wherever a {@code
   * release} file lies.
   *
   * @param what what messages call the root file system
   * @throws ParkaException [NoJdkInside] or [SeveralJdks]; as {@link Jdk#at} does if that is why
   *     there is none
   */
  static Jdk find(String what, Path root, JdkWish wish) throws IOException {
    Path real = root.toRealPath();
    Set<Path> homes = known(real);
    List<ParkaException> failures = new ArrayList<>();
    List<Jdk> all = describe(homes, failures);
    List<Jdk> wanted = all.stream().filter(wish::accepts).toList();
    if (wanted.isEmpty()) {
      failures.clear();
      all = describe(searched(real), failures);
      wanted = all.stream().filter(wish::accepts).toList();
    }
    if (wanted.size() == 1) {
      return wanted.get(0);
    }
    if (all.isEmpty() && !failures.isEmpty()) {
      throw failures.get(0);
    }
    throw wanted.isEmpty()
        ? new ParkaException(
            JdkProblem.NO_JDK_INSIDE,
            what + " holds not " + wish + (all.isEmpty() ? "" : ", but " + names(real, all)),
            "name one that does; of Debian's packages, both jre-headless and jdk-headless")
        : new ParkaException(
            JdkProblem.SEVERAL_JDKS,
            what + " holds " + wanted.size() + " JDKs: " + names(real, wanted),
            "unpack it, and name the directory of the one that is meant");
  }

  private static List<Jdk> describe(Set<Path> homes, List<ParkaException> failures) {
    List<Jdk> jdks = new ArrayList<>();
    for (Path home : homes) {
      try {
        jdks.add(Jdk.at(home));
      } catch (ParkaException e) {
        failures.add(e);
      }
    }
    return jdks;
  }

  private static Set<Path> known(Path root) throws IOException {
    Set<Path> homes = new TreeSet<>();
    for (String home : ImageCatalog.bundled().jdkHomes()) {
      addHome(root, root.resolve(home.substring(1)), homes);
    }
    return homes;
  }

  private static Set<Path> searched(Path root) throws IOException {
    Set<Path> homes = new TreeSet<>();
    Files.walkFileTree(
        root,
        EnumSet.noneOf(FileVisitOption.class),
        DEPTH,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            addHome(root, directory, homes);
            return PASSED_OVER.contains(String.valueOf(directory.getFileName()))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE;
          }
        });
    return homes;
  }

  /** What is read of a JDK must lie in the root; a link may lead to another place within it. */
  private static void addHome(Path root, Path home, Set<Path> homes) throws IOException {
    for (String file : List.of("release", "bin/java")) {
      Path path = home.resolve(file);
      if (!Files.isRegularFile(path) || !path.toRealPath().startsWith(root)) {
        return;
      }
    }
    for (String file : List.of("lib/modules", "jmods", "bin/jlink")) {
      Path path = home.resolve(file);
      boolean isThere = Files.exists(path, LinkOption.NOFOLLOW_LINKS);
      if (isThere && (!Files.exists(path) || !path.toRealPath().startsWith(root))) {
        return;
      }
    }
    homes.add(home.toRealPath());
  }

  private static String names(Path root, List<Jdk> jdks) {
    return jdks.stream()
        .map(
            jdk ->
                jdk.version()
                    + " for "
                    + jdk.platformName()
                    + " in /"
                    + root.relativize(jdk.home()))
        .collect(joining(", "));
  }
}
