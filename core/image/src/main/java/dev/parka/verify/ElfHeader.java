package dev.parka.verify;

import dev.parka.runtime.jdk.Architecture;
import java.util.Optional;

/** The first bytes of an ELF file, as the System V ABI lays them out. */
final class ElfHeader {

  /** As far as {@code e_machine}. */
  static final int LENGTH = 20;

  private static final int DATA = 5;
  private static final int LITTLE_ENDIAN = 1;
  private static final int MACHINE = 18;

  private ElfHeader() {}

  /** The processor in OCI's word, or what else the bytes are. */
  static String machine(byte[] head) {
    if (head.length < LENGTH
        || head[0] != 0x7f
        || head[1] != 'E'
        || head[2] != 'L'
        || head[3] != 'F') {
      return "no ELF file";
    }
    int low = head[MACHINE] & 0xff;
    int high = head[MACHINE + 1] & 0xff;
    int machine = head[DATA] == LITTLE_ENDIAN ? high << 8 | low : low << 8 | high;
    Optional<Architecture> known = Architecture.ofElfMachine(machine);
    return known.map(Architecture::ociName).orElse("ELF machine " + machine);
  }
}
