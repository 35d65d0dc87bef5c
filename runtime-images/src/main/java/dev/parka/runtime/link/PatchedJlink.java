package dev.parka.runtime.link;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.jdk.Jdk;
import dev.parka.runtime.jdk.JdkFiles;
import dev.parka.runtime.jdk.JmodFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Starts jlink in a JVM whose {@code ImmutableCollections} has a constant for the clock. For
 * modules from jmods: a JDK that links from its own run-time image refuses to while it is patched.
 */
record PatchedJlink(Jdk jdk) implements JlinkRecipe {

  private static final String CLASS_FILE = "java/util/ImmutableCollections.class";

  @Override
  public List<String> command(Path scratch) throws IOException {
    Path patch = scratch.resolve("patch");
    Path patched = patch.resolve(CLASS_FILE);
    byte[] bytes = ConstantSalt.in(original(), jdk);
    Files.createDirectories(patched.getParent());
    Files.write(patched, bytes);
    List<String> command = new ArrayList<>();
    command.add(jdk.tool("java").toString());
    command.addAll(JVM_OPTIONS);
    command.add("--patch-module=java.base=" + patch);
    command.add("--add-modules=ALL-DEFAULT");
    command.add("--module=jdk.jlink/jdk.tools.jlink.internal.Main");
    return List.copyOf(command);
  }

  /** The class as the JDK has it; its jmods have it as it was compiled. */
  private byte[] original() {
    Optional<byte[]> bytes;
    if (jdk.jmods().isPresent()) {
      try (JmodFile base = JmodFile.open(jdk.jmods().get().resolve("java.base.jmod"))) {
        bytes = base.read("classes/" + CLASS_FILE);
      }
    } else {
      try (JdkFiles files = JdkFiles.open(jdk)) {
        bytes = files.read("java.base", CLASS_FILE);
      }
    }
    return bytes.orElseThrow(
        () ->
            new ParkaException(
                RuntimeProblem.DAMAGED_JDK,
                "java.base of " + jdk.home() + " has no " + CLASS_FILE,
                "install the JDK again"));
  }
}
