package dev.parka.verify.evidence;

import dev.parka.runtime.elf.ElfFile;
import dev.parka.runtime.jdk.Architecture;
import java.util.Optional;

/**
 * An ELF file of the image.
 *
 * @param elf what it says; empty if it is damaged
 * @param damage what is wrong with it; empty text for a sound one
 */
public record NativeCode(Optional<ElfFile> elf, String damage) {

  /** The processor that it is for, in OCI's word where there is one; empty if it is damaged. */
  public Optional<String> processor() {
    return elf.map(
        sound ->
            sound
                .kind()
                .architecture()
                .map(Architecture::ociName)
                .orElse("ELF machine " + sound.kind().machine()));
  }
}
