package dev.parka.runtime.link;

import dev.parka.runtime.jdk.Jdk;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts jlink in a JVM that records for an AOT cache (JEP 483, JDK 24 and later). Such a JVM has a
 * constant where others have a number from the clock, because archives of its heap must be
 * repeatable. What it records is thrown away.
 */
record RecordingJlink(Jdk jdk) implements JlinkRecipe {

  static final int FIRST_VERSION = 24;

  @Override
  public List<String> command(Path scratch) {
    List<String> command = new ArrayList<>();
    command.add(jdk.tool("jlink").toString());
    JVM_OPTIONS.forEach(option -> command.add("-J" + option));
    command.add("-J-XX:AOTMode=record");
    command.add("-J-XX:AOTConfiguration=" + scratch.resolve("recorded.aotconf"));
    return List.copyOf(command);
  }
}
