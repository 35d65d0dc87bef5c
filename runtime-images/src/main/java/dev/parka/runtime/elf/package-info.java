/**
 * ELF files, as far as run-time images need them read: {@link dev.parka.runtime.elf.ElfFile} says
 * which loader and which libraries a file asks for, {@link dev.parka.runtime.elf.ElfHeader} leads
 * to the tables for those who rewrite it. 64-bit little-endian files are read; of all others only
 * the {@link dev.parka.runtime.elf.ElfKind} is. Every read is bounded and checked: a damaged file
 * is [BadElfFile] with its name, never an exception about an index. Names and layouts are those of
 * the System V ABI, chapters 4 and 5. Depends on {@code dev.parka.runtime.jdk} (architectures).
 */
@NullMarked
package dev.parka.runtime.elf;

import org.jspecify.annotations.NullMarked;
