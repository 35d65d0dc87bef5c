package dev.parka.verify.boot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Programs of this machine, from its own directories: a search path may be anybody's. */
final class HostTools {

  private static final List<String> DIRECTORIES = List.of("/usr/bin", "/bin", "/usr/sbin", "/sbin");

  private HostTools() {}

  /** Where a program lies. */
  static String find(String name) throws CannotStart {
    for (String directory : DIRECTORIES) {
      Path file = Path.of(directory, name);
      if (Files.isExecutable(file)) {
        return file.toString();
      }
    }
    throw new CannotStart("this machine has no " + name);
  }

  /** Starts a program with an environment that nobody else had a say in. */
  static ProcessBuilder process(List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.put("PATH", String.join(":", DIRECTORIES));
    environment.put("LC_ALL", "C");
    return builder;
  }

  /**
   * Starts a program in the same way.
   *
   * @param isHeard whether what it prints is kept; else it goes where this JVM's output goes
   */
  static ProcessBuilder process(List<String> command, boolean isHeard) {
    ProcessBuilder builder = process(command);
    return isHeard
        ? builder
        : builder
            .redirectErrorStream(false)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** Starts an engine's program, which the user's variables tell where the engine is. */
  static ProcessBuilder engine(List<String> command) {
    return new ProcessBuilder(command).redirectErrorStream(true);
  }
}
