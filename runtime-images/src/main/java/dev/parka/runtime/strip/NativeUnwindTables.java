package dev.parka.runtime.strip;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * The tables by which C++ exceptions and debuggers walk the frames of the virtual machine, which
 * itself walks them by their frame pointers and throws nothing. Other libraries keep theirs: they
 * are small, and may throw.
 */
record NativeUnwindTables() implements ImageStrip {

  private static final String VIRTUAL_MACHINE = "libjvm.so";

  @Override
  public StripKind kind() {
    return StripKind.NATIVE_UNWIND_TABLES;
  }

  @Override
  public void apply(Path image) throws IOException {
    Path libraries = image.resolve("lib");
    if (!Files.isDirectory(libraries)) {
      return;
    }
    try (DirectoryStream<Path> variants = Files.newDirectoryStream(libraries)) {
      for (Path variant : variants) {
        Path file = variant.resolve(VIRTUAL_MACHINE);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          strip(file);
        }
      }
    }
  }

  private static void strip(Path file) throws IOException {
    byte[] before = Files.readAllBytes(file);
    byte[] after = UnwindTables.remove(file.toString(), before);
    if (after != before) {
      Files.write(file, after);
    }
  }
}
