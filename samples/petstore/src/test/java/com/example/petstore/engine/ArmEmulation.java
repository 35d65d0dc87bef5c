package com.example.petstore.engine;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A user namespace in which the kernel hands programs for 64-bit ARM to qemu, as a machine does
 * where emulators are installed for container engines. What this machine itself is told to do stays
 * as it is, and the namespace ends with its last process.
 */
final class ArmEmulation implements AutoCloseable {

  /** What is emulated. */
  static final String PLATFORM = "linux/arm64";

  /**
   * Linux gives each user namespace a binfmt_misc of its own since 6.7. Flag F opens the emulator
   * now, since a container has no such file; P keeps the name that a program was called by.
   */
  private static final String HOLD =
      """
      read -r mapped
      mount -t binfmt_misc none /proc/sys/fs/binfmt_misc || exit 1
      printf '%s' ':parka-arm64:M::\\x7fELF\\x02\\x01\\x01\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x00\\x02\\x00\\xb7\\x00:\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\x00\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xff\\xfe\\xff\\xff\\xff:'"$0"':FP' \\
        > /proc/sys/fs/binfmt_misc/register || exit 1
      echo ready
      read -r ended
      """;

  /** Fewer than all, or else engines do not see that they are in a namespace. */
  private static final String SAME_USERS = "0 0 65536";

  private final Process holder;

  private ArmEmulation(Process holder) {
    this.holder = holder;
  }

  /**
   * Begins it; without a kernel that lets a namespace say how programs are run, whoever asks is not
   * tested.
   */
  static ArmEmulation begin() throws IOException {
    String emulator = Tool.named("qemu-aarch64-static").command().get(0);
    Process holder =
        Tool.named("unshare")
            .process("--user", "--mount", "--", "sh", "-c", HOLD, emulator)
            .redirectInput(ProcessBuilder.Redirect.PIPE)
            .redirectErrorStream(true)
            .start();
    ArmEmulation emulation = new ArmEmulation(holder);
    try {
      emulation.map();
      return emulation;
    } catch (IOException | RuntimeException e) {
      emulation.close();
      throw e;
    }
  }

  private void map() throws IOException {
    Path own = Files.readSymbolicLink(Path.of("/proc/self/ns/user"));
    Path process = Path.of("/proc", Long.toString(holder.pid()));
    while (holder.isAlive() && Files.readSymbolicLink(process.resolve("ns/user")).equals(own)) {
      Thread.onSpinWait();
    }
    Files.writeString(process.resolve("gid_map"), SAME_USERS);
    Files.writeString(process.resolve("uid_map"), SAME_USERS);
    Writer input = holder.outputWriter(StandardCharsets.UTF_8);
    input.write("mapped\n");
    input.flush();
    BufferedReader output = holder.inputReader(StandardCharsets.UTF_8);
    String answer = output.readLine();
    if (!"ready".equals(answer)) {
      abort("no emulator in a user namespace of this kernel: " + answer);
    }
  }

  /** A program that starts another in there. */
  Tool entrance() {
    return Tool.named("nsenter").with("--target=" + holder.pid(), "--user", "--mount", "--");
  }

  @Override
  public void close() {
    holder.destroy();
    Tool.exitCode(holder);
  }
}
