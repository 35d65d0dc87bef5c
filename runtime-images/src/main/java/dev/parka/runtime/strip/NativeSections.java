package dev.parka.runtime.strip;

import dev.parka.runtime.elf.ElfHeader;
import dev.parka.runtime.elf.ElfInput;
import dev.parka.runtime.elf.ElfKind;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * Removes sections that no loader reads from ELF files.
 *
 * <p>Every segment keeps its bytes and its place; only sections behind the last segment move up,
 * and the section header table is written anew. A file in which that is not enough (a section to
 * remove comes before one that is loaded, or one that stays refers to it) is left as it is, and so
 * is one that is not a 64-bit little-endian program or shared library. Where a symbol table stays,
 * which names sections by number, those that go leave empty entries behind. The result depends on
 * the file alone.
 */
final class NativeSections {

  private NativeSections() {}

  /**
   * Strips every file below a directory.
   *
   * @throws dev.parka.runtime.ParkaException [BadElfFile] if one is a damaged ELF file
   */
  static void stripAll(Path directory, SectionGroup group) throws IOException {
    Files.walkFileTree(
        directory,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile()) {
              stripFile(file, group);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /**
   * Strips a file where it lies; whether it became smaller.
   *
   * @throws dev.parka.runtime.ParkaException [BadElfFile] if it is a damaged ELF file
   */
  static boolean stripFile(Path file, SectionGroup group) throws IOException {
    try (ElfInput input = ElfInput.open(file)) {
      if (ElfKind.read(input).filter(NativeSections::canStrip).isEmpty()) {
        return false;
      }
    }
    byte[] before = Files.readAllBytes(file);
    byte[] after = strip(file.toString(), before, group);
    if (after.length == before.length) {
      return false;
    }
    Files.write(file, after);
    return true;
  }

  /**
   * The file without these sections, or the same array if there is nothing to strip.
   *
   * @param name what problems call the file
   * @throws dev.parka.runtime.ParkaException [BadElfFile] if it is a damaged ELF file
   */
  static byte[] strip(String name, byte[] file, SectionGroup group) throws IOException {
    try (ElfInput input = ElfInput.of(name, file)) {
      Optional<ElfKind> kind = ElfKind.read(input).filter(NativeSections::canStrip);
      if (kind.isEmpty()) {
        return file;
      }
      ElfHeader header = ElfHeader.read(input, kind.get());
      if (header.sections().count() == 0 || header.segments().count() == 0) {
        return file;
      }
      Sections sections = Sections.read(input, header, group);
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
