package dev.parka.runtime.strip;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Sections that only debuggers, tracers and builders of the JDK read, and files beside the
 * libraries that hold such sections for them.
 */
record NativeDebugInformation() implements ImageStrip {

  @Override
  public StripKind kind() {
    return StripKind.NATIVE_DEBUG_INFORMATION;
  }

  @Override
  public List<UnwantedFiles> unwanted() {
    return List.of(new UnwantedFiles.Ending(".debuginfo"));
  }

  @Override
  public void apply(Path image) throws IOException {
    for (UnwantedFiles files : unwanted()) {
      files.remove(image);
    }
    NativeSections.stripAll(image, SectionGroup.DEBUG);
  }
}
