package dev.parka.image;

import dev.parka.oci.JarRepacker.EntryFilter;
import java.util.Arrays;
import org.objectweb.asm.ClassReader;

/**
 * Keeps what was written about the image out of the image: {@code META-INF/parka} and the typed
 * handle, which nothing in the application needs.
 */
final class ApplicationFilter implements EntryFilter {

  private static final String HANDLE = "dev/parka/annotations/ImageDescriptor";

  @Override
  public boolean test(String name, byte[] content) {
    if (name.startsWith("META-INF/parka/")) {
      return false;
    }
    return !(name.endsWith("Image.class") && isHandle(content));
  }

  private static boolean isHandle(byte[] content) {
    try {
      return Arrays.asList(new ClassReader(content).getInterfaces()).contains(HANDLE);
    } catch (RuntimeException e) {
      // ASM throws all kinds on damaged classes; whatever it is, it is not our handle.
      return false;
    }
  }
}
