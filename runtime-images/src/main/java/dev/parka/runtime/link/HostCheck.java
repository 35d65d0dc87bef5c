package dev.parka.runtime.link;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.elf.ElfFile;
import dev.parka.runtime.jdk.Architecture;
import dev.parka.runtime.jdk.Jdk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Whether a JDK's own tools can run on this machine; its {@code bin/java} is asked, not run. */
final class HostCheck {

  private HostCheck() {}

  /**
   * Passes silently if they can.
   *
   * @throws ParkaException [ForeignJdk] if it is made for another processor, or for a C library
   *     whose loader is not here; [DamagedJdk] if its release file speaks of another processor than
   *     its programs
   */
  static void require(Jdk jdk, String hostName) throws IOException {
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
    if (!Architecture.ofJdkName(hostName).equals(Optional.of(jdk.architecture()))) {
      throw new ParkaException(
          RuntimeProblem.FOREIGN_JDK,
          jdk.home() + " is made for " + jdk.architecture().jdkName() + ", this is " + hostName,
          "link with a JDK for this machine");
    }
    Optional<String> loader = elf.flatMap(ElfFile::interpreter);
    if (loader.isPresent() && !Files.exists(Path.of(loader.get()))) {
      throw new ParkaException(
          RuntimeProblem.FOREIGN_JDK,
          jdk.home()
              + " is made for "
              + jdk.libc().name().toLowerCase(Locale.ROOT)
              + ": its loader "
              + loader.get()
              + " is not on this machine",
          "link with a JDK for this machine's C library");
    }
  }
}
