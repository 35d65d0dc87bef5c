package dev.parka.verify.evidence;

import dev.parka.runtime.elf.ElfFile;
import java.util.Optional;

/**
 * An ELF file of the image.
 *
 * @param elf what it says; empty if it is damaged
 * @param damage what is wrong with it; empty text for a sound one
 */
public record NativeCode(Optional<ElfFile> elf, String damage) {}
