package dev.parka.runtime.modules;

import dev.parka.runtime.classes.ClassSource;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Agents that flags name, where they are at hand: their classes run, too. */
final class AgentJars {

  private static final String AGENT = "-javaagent:";

  private AgentJars() {}

  /** The class path with the agents that are not on it. */
  static List<ClassSource> with(List<ClassSource> sources, List<GivenFlags> flags) {
    List<ClassSource> all = new ArrayList<>(sources);
    for (GivenFlags given : flags) {
      for (String flag : given.flags()) {
        if (flag.startsWith(AGENT)) {
          add(flag.substring(AGENT.length()).split("=", 2)[0], all);
        }
      }
    }
    return all;
  }

  private static void add(String path, List<ClassSource> sources) {
    try {
      Path jar = Path.of(path);
      ClassSource agent = ClassSource.jar(jar);
      boolean isThere = sources.stream().anyMatch(source -> source.name().equals(agent.name()));
      if (!isThere && Files.isRegularFile(jar)) {
        sources.add(agent);
      }
    } catch (InvalidPathException e) {
      // It names a file of the image, and none of this machine.
    }
  }
}
