package dev.parka.runtime.trace;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.RuntimeProblem;
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
    TraceProblems problems = TraceProblems.ofLog(file, catalog.jdk());
    // A pipe would wait for a writer that never comes.
    if (!Files.isRegularFile(file)) {
      throw problems.unreadable(
          Files.isDirectory(file)
              ? "it is a directory"
              : Files.exists(file) ? "it is no regular file" : "there is no such file");
    }
    try {
      return isFlightRecording(file) ? readRecording(file, catalog) : readLog(file, catalog);
    } catch (IOException e) {
      throw problems.unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isFlightRecording(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(FLIGHT_RECORDING.length), FLIGHT_RECORDING);
    }
  }

  private static Trace readLog(Path file, ModuleCatalog catalog) throws IOException {
    TraceProblems problems = TraceProblems.ofLog(file, catalog.jdk());
    LoadedClasses loaded = new LoadedClasses(catalog, problems);
    try (InputStream in = Files.newInputStream(file)) {
      new UnifiedLog(problems, loaded).read(in);
    }
    return loaded.trace();
  }

  private static Trace readRecording(Path file, ModuleCatalog catalog) throws IOException {
    TraceProblems problems = TraceProblems.ofRecording(file, catalog.jdk());
    LoadedClasses loaded = new LoadedClasses(catalog, problems);
    try {
      new FlightRecording(problems, loaded).read(file);
    } catch (NoClassDefFoundError e) {
      throw new ParkaException(
          RuntimeProblem.BAD_TRACE,
          file + " is a recording of JDK Flight Recorder, and this Java has no jdk.jfr to read it",
          "run Parka on a whole JDK",
          e);
    }
    return loaded.trace();
  }
}
