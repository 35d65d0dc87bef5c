package dev.parka.runtime.strip;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Symbols that no loader reads: {@code .symtab} with its names. What it costs: native stack traces
 * of crash reports name exported functions only.
 */
record NativeSymbols() implements ImageStrip {

  @Override
  public StripKind kind() {
    return StripKind.NATIVE_SYMBOLS;
  }

  @Override
  public void apply(Path image) throws IOException {
    NativeSections.stripAll(image, SectionGroup.SYMBOLS);
  }
}
