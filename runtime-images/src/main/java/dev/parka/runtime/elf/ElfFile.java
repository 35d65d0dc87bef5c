package dev.parka.runtime.elf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What an ELF file asks for when it is run or loaded.
 *
 * @param kind what it is; of files that are not 64-bit and little-endian nothing more is known
 * @param interpreter the loader that a program names ({@code PT_INTERP})
 * @param dynamic what the dynamic section says; empty lists where there is none
 */
public record ElfFile(ElfKind kind, Optional<String> interpreter, DynamicSection dynamic) {

  private static final int PATH_LIMIT = 4096;

  /**
   * Reads a file; empty if it is no ELF file.
   *
   * @throws dev.parka.runtime.ParkaException [BadElfFile] if it is one and is damaged
   */
  public static Optional<ElfFile> read(Path file) throws IOException {
    try (ElfInput input = ElfInput.open(file)) {
      return read(input);
    }
  }

  /**
   * Reads these bytes; empty if they are no ELF file.
   *
   * @throws dev.parka.runtime.ParkaException [BadElfFile] if they are one and are damaged
   */
  public static Optional<ElfFile> read(ElfInput input) throws IOException {
    Optional<ElfKind> kind = ElfKind.read(input);
    return kind.isEmpty() ? Optional.empty() : Optional.of(read(input, kind.get()));
  }

  private static ElfFile read(ElfInput input, ElfKind kind) throws IOException {
    if (!kind.isReadable()) {
      return new ElfFile(kind, Optional.empty(), DynamicSection.NONE);
    }
    List<ProgramHeader> segments = ElfHeader.read(input, kind).readSegments(input);
    Optional<String> interpreter = Optional.empty();
    DynamicSection dynamic = DynamicSection.NONE;
    for (ProgramHeader segment : segments) {
      if (segment.type() == ProgramHeader.INTERPRETER) {
        interpreter = Optional.of(interpreter(input, segment));
      } else if (segment.type() == ProgramHeader.DYNAMIC) {
        dynamic = DynamicSection.read(input, segment, segments);
      }
    }
    return new ElfFile(kind, interpreter, dynamic);
  }

  private static String interpreter(ElfInput input, ProgramHeader segment) throws IOException {
    if (segment.size() > PATH_LIMIT) {
      throw input.damaged("its loader has a name of " + segment.size() + " bytes");
    }
    String path = input.string(segment.offset());
    if (!path.startsWith("/")) {
      throw input.damaged("its loader '" + path + "' is no absolute path");
    }
    return path;
  }
}
