package dev.parka.runtime.trace;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.modules.ModuleCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Tells by its first bytes what a file is, and has it read. */
final class TraceFile {

  private static final byte[] FLIGHT_RECORDING = {'F', 'L', 'R', 0};

  private TraceFile() {}

  static Trace read(Path file, ModuleCatalog catalog) {
    TraceProblems problems = new TraceProblems(file, catalog.jdk());
    // A pipe would wait for a writer that never comes.
    if (!Files.isRegularFile(file)) {
      throw problems.unreadable(
          Files.isDirectory(file)
              ? "it is a directory"
              : Files.exists(file) ? "it is no regular file" : "there is no such file");
    }
    LoadedClasses loaded = new LoadedClasses(catalog, problems);
    try {
      if (isFlightRecording(file)) {
        readRecording(file, loaded, problems);
      } else {
        try (InputStream in = Files.newInputStream(file)) {
          new UnifiedLog(problems, loaded).read(in);
        }
      }
    } catch (IOException e) {
      throw problems.unreadable(String.valueOf(e.getMessage()));
    }
    return loaded.trace();
  }

  private static boolean isFlightRecording(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(FLIGHT_RECORDING.length), FLIGHT_RECORDING);
    }
  }

  private static void readRecording(Path file, LoadedClasses loaded, TraceProblems problems)
      throws IOException {
    try {
      new FlightRecording(problems, loaded).read(file);
    } catch (NoClassDefFoundError e) {
      throw new ParkaException(
          problems.id(),
          file + " is a recording of JDK Flight Recorder, and this Java has no jdk.jfr to read it",
          "run Parka on a whole JDK",
          e);
    }
  }
}
