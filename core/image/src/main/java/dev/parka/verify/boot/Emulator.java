package dev.parka.verify.boot;

import dev.parka.runtime.elf.ElfKind;
import dev.parka.runtime.jdk.Architecture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs programs for another processor behind qemu's user-mode emulator, a static program. */
final class Emulator {

  private static final String PLACE = "/.emulator";

  /** A server that opens in half a second takes three on a machine that has nothing else to do. */
  private static final int SLOWNESS = 10;

  private Emulator() {}

  /** The plan with the time that an emulated program takes. */
  static BootPlan patient(BootPlan plan) {
    return plan.within(plan.timeout().multipliedBy(SLOWNESS), plan.grace().multipliedBy(SLOWNESS));
  }

  /**
   * The start as it is if the program is for this machine. Else the same behind the emulator, which
   * is put into the image's root: namespaces hide this machine's own files.
   *
   * @param machine the name of this machine's processor, as in the property {@code os.arch}
   * @param notes is told of the emulator
   */
  static Launch of(Launch launch, String machine, List<String> notes)
      throws CannotStart, IOException {
    Path program = Path.of(launch.root(), launch.command().get(0));
    if (!Files.isRegularFile(program, LinkOption.NOFOLLOW_LINKS)) {
      return launch;
    }
    Optional<Architecture> made = ElfKind.read(program).flatMap(ElfKind::architecture);
    if (made.isEmpty() || made.equals(Architecture.ofJdkName(machine))) {
      return launch;
    }
    String name = "qemu-" + made.get().jdkName() + "-static";
    Path emulator = Path.of(launch.root() + PLACE);
    Files.copy(Path.of(HostTools.find(name)), emulator);
    Files.setPosixFilePermissions(emulator, PosixFilePermissions.fromString("rwxr-xr-x"));
    notes.add("the application ran under " + name + ", which is slow");
    List<String> command = new ArrayList<>(List.of(PLACE));
    command.addAll(launch.command());
    return launch.running(command);
  }
}
