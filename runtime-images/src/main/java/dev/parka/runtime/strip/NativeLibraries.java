package dev.parka.runtime.strip;

import java.util.List;
import java.util.SortedSet;

/**
 * Native libraries of java.desktop that nothing which is reached loads.
 *
 * @param unused which ones
 */
record NativeLibraries(SortedSet<DesktopLibrary> unused) implements ImageStrip {

  @Override
  public StripKind kind() {
    return StripKind.NATIVE_LIBRARIES;
  }

  @Override
  public List<UnwantedFiles> unwanted() {
    return unused.isEmpty()
        ? List.of()
        : List.of(new UnwantedFiles.Named(unused.stream().map(DesktopLibrary::path).toList()));
  }
}
