package dev.parka.runtime.link;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.jdk.Jdk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Starts jlink in a JVM whose {@code ImmutableCollections} has a constant for the clock. For JDKs
 * that link from jmods: one that links from its own run-time image refuses to while it is patched.
 */
record PatchedJlink(Jdk jdk) implements JlinkRecipe {

  private static final String CLASS_FILE = "java/util/ImmutableCollections.class";
  private static final int SIZE_LIMIT = 1 << 20;

  @Override
  public List<String> command(Path scratch) throws IOException {
    Path patch = scratch.resolve("patch");
    Path patched = patch.resolve(CLASS_FILE);
    byte[] bytes = ConstantSalt.in(original(), jdk);
    Files.createDirectories(patched.getParent());
    Files.write(patched, bytes);
    List<String> command = new ArrayList<>();
    command.add(jdk.tool("java").toString());
    command.addAll(CONSTANT_HASHES);
    command.add("--patch-module=java.base=" + patch);
    command.add("--add-modules=ALL-DEFAULT");
    command.add("--module=jdk.jlink/jdk.tools.jlink.internal.Main");
    return List.copyOf(command);
  }

  private byte[] original() {
    Path file =
        jdk.jmods()
            .map(jmods -> jmods.resolve("java.base.jmod"))
            .orElseThrow(
                () ->
                    new ParkaException(
                        RuntimeProblem.NO_JLINK,
                        jdk.home() + " has no jmods and is too old to link without",
                        "install its jmods"));
    // A jmod is a zip file after a magic number of four bytes, which ZipFile passes over.
    try (ZipFile jmod = new ZipFile(file.toFile())) {
      ZipEntry entry = jmod.getEntry("classes/" + CLASS_FILE);
      if (entry == null) {
        throw new IOException("it has no " + CLASS_FILE);
      }
      try (InputStream in = jmod.getInputStream(entry)) {
        return in.readNBytes(SIZE_LIMIT);
      }
    } catch (IOException e) {
      throw new ParkaException(
          RuntimeProblem.DAMAGED_JDK,
          file + " cannot be read: " + e.getMessage(),
          "install the JDK again",
          e);
    }
  }
}
