package dev.parka.runtime.link;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.jdk.InstalledJdks;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.jdk.LinkSource;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whose jlink does the work. A JDK that can run here links itself. The modules of any other, for
 * another processor or C library, are taken from its jmods by the jlink of a JDK that can run here:
 * one of the same feature version, because jlink refuses every other.
 *
 * @param jdk the JDK whose jlink runs
 * @param target the JDK whose modules are linked
 */
public record LinkHost(Jdk jdk, Jdk target) {

  /**
   * Chooses among the JDKs of this machine: one of the very version of the target before others,
   * the running one before others, the newest before others.
   *
   * @throws ParkaException [ForeignJdk] if the target can neither run here nor be linked by any of
   *     them, [NoJlink] if there is nothing to link it from, [DamagedJdk] if its release file
   *     speaks of another processor than its programs
   */
  public static LinkHost of(Jdk target) throws IOException {
    return of(target, InstalledJdks::ofThisMachine, System.getProperty("os.arch"));
  }

  static LinkHost of(Jdk target, Supplier<InstalledJdks> installed, String machine)
      throws IOException {
    HostCheck.requireConsistent(target);
    Optional<Problem> obstacle = HostCheck.obstacle(target, machine);
    if (obstacle.isEmpty()) {
      requireSource(target);
      return new LinkHost(target, target);
    }
    requireJmods(target, obstacle.get());
    InstalledJdks here = installed.get();
    List<Jdk> able = new ArrayList<>();
    for (Jdk jdk : here.jdks()) {
      if (canLink(jdk, target, machine)) {
        able.add(jdk);
      }
    }
    // The sort is stable: among equals, the order of the installed ones stays.
    able.sort(Comparator.comparing(jdk -> !jdk.version().equals(target.version())));
    if (able.isEmpty()) {
      throw new ParkaException(
          RuntimeProblem.FOREIGN_JDK,
          obstacle.get().fact()
              + ", and of the JDKs of this machine none can link its modules: "
              + here.describe(),
          "install a JDK " + target.featureVersion() + " for this machine beside it");
    }
    return new LinkHost(able.get(0), target);
  }

  /**
   * Has this JDK link the target, whatever others there are.
   *
   * @throws ParkaException [ForeignJdk] if it cannot: it does not run here, is of another feature
   *     version, or the target has no jmods
   */
  static LinkHost fixed(Jdk host, Jdk target) throws IOException {
    HostCheck.require(host, System.getProperty("os.arch"));
    HostCheck.requireConsistent(target);
    if (host.featureVersion() != target.featureVersion()) {
      throw new ParkaException(
          RuntimeProblem.FOREIGN_JDK,
          "the jlink of "
              + host.home()
              + " is of version "
              + host.version()
              + " and the modules of "
              + target.home()
              + " are of version "
              + target.version(),
          "link with a JDK " + target.featureVersion());
    }
    LinkHost link = new LinkHost(host, target);
    if (link.isCross() && target.jmods().isEmpty()) {
      throw noJmods(target.home() + " is not the JDK that links");
    }
    requireSource(target);
    return link;
  }

  /** Whether the modules are those of another JDK than the one whose jlink runs. */
  public boolean isCross() {
    return !jdk.home().equals(target.home());
  }

  /** What jlink is told of where modules come from; nothing where they are its own. */
  List<String> arguments() {
    return isCross() ? List.of("--module-path=" + target.jmods().orElseThrow()) : List.of();
  }

  private static boolean canLink(Jdk jdk, Jdk target, String machine) throws IOException {
    return jdk.featureVersion() == target.featureVersion()
        && HostCheck.obstacle(jdk, machine).isEmpty()
        && Files.isRegularFile(jdk.home().resolve("lib/modules"));
  }

  private static void requireSource(Jdk target) {
    if (target.linkSource() == LinkSource.NONE) {
      boolean old = target.featureVersion() < RecordingJlink.FIRST_VERSION;
      throw new ParkaException(
          RuntimeProblem.NO_JLINK,
          target.home()
              + (old
                  ? " has no jmods and is too old to link without"
                  : " has no jmods, and its run-time image does not list what jlink needs"),
          "install its jmods");
    }
  }

  private static void requireJmods(Jdk target, Problem obstacle) {
    if (target.jmods().isEmpty()) {
      throw noJmods(obstacle.fact());
    }
  }

  private static ParkaException noJmods(String fact) {
    return new ParkaException(
        RuntimeProblem.FOREIGN_JDK,
        fact + ", and it has no jmods for the jlink of another JDK to take",
        "install its jmods, or take a build that has them, such as Debian's openjdk-<version>-"
            + "jdk-headless");
  }
}
