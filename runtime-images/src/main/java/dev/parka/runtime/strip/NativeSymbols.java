package dev.parka.runtime.strip;

import dev.parka.runtime.elf.ElfHeader;
import dev.parka.runtime.elf.ElfInput;
import dev.parka.runtime.elf.ElfKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Removes the symbols and the debug data that no loader reads from ELF files: {@code .symtab} with
 * its names, {@code .debug_*} and {@code .gnu_debuglink}.
 *
 * <p>Every segment keeps its bytes and its place; only sections behind the last segment move up,
 * and the section header table is written anew. A file in which that is not enough (a section to
 * remove comes before one that is loaded, or one that stays refers to it) is left as it is, and so
 * is one that is not a 64-bit little-endian program or shared library. The result depends on the
 * file alone. What it costs: native stack traces of crash reports name exported functions only.
 */
public final class NativeSymbols {

  private NativeSymbols() {}

  /**
   * Strips a file where it lies; whether it became smaller.
   *
   * @throws dev.parka.runtime.ParkaException [BadElfFile] if it is a damaged ELF file
   */
  public static boolean stripFile(Path file) throws IOException {
    try (ElfInput input = ElfInput.open(file)) {
      if (ElfKind.read(input).filter(NativeSymbols::canStrip).isEmpty()) {
        return false;
      }
    }
    byte[] before = Files.readAllBytes(file);
    byte[] after = strip(file.toString(), before);
    if (after.length == before.length) {
      return false;
    }
    Files.write(file, after);
    return true;
  }

  /**
   * The file without its symbols, or the same array if there is nothing to strip.
   *
   * @param name what problems call the file
   * @throws dev.parka.runtime.ParkaException [BadElfFile] if it is a damaged ELF file
   */
  public static byte[] strip(String name, byte[] file) throws IOException {
    try (ElfInput input = ElfInput.of(name, file)) {
      Optional<ElfKind> kind = ElfKind.read(input).filter(NativeSymbols::canStrip);
      if (kind.isEmpty()) {
        return file;
      }
      ElfHeader header = ElfHeader.read(input, kind.get());
      if (header.sections().count() == 0 || header.segments().count() == 0) {
        return file;
      }
      Sections sections = Sections.read(input, header);
      if (!sections.canStrip(file.length)) {
        return file;
      }
      byte[] stripped = StrippedFile.of(file, header, sections);
      return stripped.length < file.length ? stripped : file;
    }
  }

  private static boolean canStrip(ElfKind kind) {
    return kind.isReadable()
        && (kind.type() == ElfKind.EXECUTABLE || kind.type() == ElfKind.SHARED_OBJECT);
  }
}
