package dev.parka.jdks;

import dev.parka.oci.ImageArchive;
import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells image layouts in tar files from other archives. */
final class TarLayouts {

  private static final int USTAR_AT = 257;
  private static final int HEADER = 512;

  private TarLayouts() {}

  /** Whether a file is an uncompressed tar file that holds an image layout. */
  static boolean isOne(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String header = new String(in.readNBytes(HEADER), StandardCharsets.ISO_8859_1);
      if (!header.startsWith("ustar", USTAR_AT)) {
        return false;
      }
    } catch (IOException e) {
      return false;
    }
    try (ImageArchive archive = ImageArchive.open(file)) {
      return !archive.images().isEmpty();
    } catch (IOException | ParkaException e) {
      return false;
    }
  }
}
