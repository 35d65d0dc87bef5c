package dev.parka.runtime.link;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Problem;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.elf.ElfFile;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.runtime.jdk.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether a JDK's own tools can run on this machine; its {@code bin/java} is asked, not run. */
final class HostCheck {

  private HostCheck() {}

  /**
   * Passes silently if they can.
   *
   * @throws ParkaException [ForeignJdk] with what {@link #obstacle} tells, or as {@link
   *     #requireConsistent} does
   */
  static void require(Jdk jdk, String machine) throws IOException {
    requireConsistent(jdk);
    Optional<Problem> obstacle = obstacle(jdk, machine);
    if (obstacle.isPresent()) {
      throw new ParkaException(List.of(obstacle.get()));
    }
  }

  /**
   * Passes silently if a JDK is made for what it says.
   *
   * @throws ParkaException [DamagedJdk] if its release file speaks of another processor than its
   *     programs
   */
  static void requireConsistent(Jdk jdk) throws IOException {
    Path java = jdk.tool("java");
    Optional<ElfFile> elf = ElfFile.read(java);
    // Some distributions put a script before the program: nothing can be told from it.
    Optional<Architecture> made = elf.flatMap(file -> file.kind().architecture());
    if (elf.isPresent() && !made.equals(Optional.of(jdk.architecture()))) {
      throw new ParkaException(
          RuntimeProblem.DAMAGED_JDK,
          java
              + " is made for "
              + made.map(Architecture::jdkName).orElse("another machine")
              + " and the release file says "
              + jdk.architecture().jdkName(),
          "install the JDK again");
    }
  }

  /**
   * Why they cannot: [ForeignJdk] if it is made for another processor, or for a C library whose
   * loader is not here.
   *
   * @param machine the name of this machine's processor, as in the property {@code os.arch}
   */
  static Optional<Problem> obstacle(Jdk jdk, String machine) throws IOException {
    if (!Architecture.ofJdkName(machine).equals(Optional.of(jdk.architecture()))) {
      return Optional.of(
          new Problem(
              RuntimeProblem.FOREIGN_JDK,
              jdk.home() + " is made for " + jdk.architecture().jdkName() + ", this is " + machine,
              "link with a JDK for this machine"));
    }
    Optional<String> loader = ElfFile.read(jdk.tool("java")).flatMap(ElfFile::interpreter);
    return loader
        .filter(path -> !Files.exists(Path.of(path)))
        .map(
            path ->
                new Problem(
                    RuntimeProblem.FOREIGN_JDK,
                    jdk.home()
                        + " is made for "
                        + jdk.libc().name().toLowerCase(Locale.ROOT)
                        + ": its loader "
                        + path
                        + " is not on this machine",
                    "link with a JDK for this machine's C library"));
  }
}
