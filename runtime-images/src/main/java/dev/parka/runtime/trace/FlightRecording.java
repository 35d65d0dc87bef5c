package dev.parka.runtime.trace;

import dev.parka.runtime.ParkaException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** Reads recordings of JDK Flight Recorder with the API that the JDK has for them. */
final class FlightRecording {

  /** The events that tell of a class, and the field that has it. */
  private static final Map<String, String> CLASS_EVENTS =
      Map.of("jdk.ClassLoad", "loadedClass", "jdk.ClassDefine", "definedClass");

  private static final Pattern VERSION = Pattern.compile(" JRE \\(([^)]{1,100})\\)");

  private final TraceProblems problems;
  private final LoadedClasses loaded;

  FlightRecording(TraceProblems problems, LoadedClasses loaded) {
    this.problems = problems;
    this.loaded = loaded;
  }

  void read(Path file) throws IOException {
    FlightChunks.check(file, problems);
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        read(recording.readEvent());
      }
    } catch (ParkaException e) {
      throw e;
    } catch (IOException | RuntimeException | VirtualMachineError e) {
      // The reader of the JDK trusts what it reads, sizes included, or calls it an internal error.
      throw problems.damagedRecording(String.valueOf(e.getMessage()));
    }
    if (loaded.isEmpty()) {
      throw problems.noClassLoads();
    }
  }

  private void read(RecordedEvent event) {
    String type = event.getEventType().getName();
    String field = CLASS_EVENTS.get(type);
    if (field != null) {
      readClass(object(event, field));
    } else if (type.equals("jdk.ModuleRequire")) {
      inBootLayer(object(event, "source"));
      inBootLayer(object(event, "requiredModule"));
    } else if (type.equals("jdk.ModuleExport")) {
      inBootLayer(object(object(event, "exportedPackage"), "module"));
    } else if (type.equals("jdk.JVMInformation")) {
      Matcher version = VERSION.matcher(String.valueOf(string(event, "jvmVersion")));
      if (version.find()) {
        problems.checkVersion(version.group(1));
      }
    }
  }

  private void readClass(@Nullable RecordedObject type) {
    String module = string(object(object(type, "package"), "module"), "name");
    String name = string(type, "name");
    if (module != null && name != null) {
      loaded.loaded(name.replace('/', '.'), module);
    }
  }

  private void inBootLayer(@Nullable RecordedObject module) {
    String name = string(module, "name");
    if (name != null) {
      loaded.inBootLayer(name);
    }
  }

  private static @Nullable RecordedObject object(@Nullable RecordedObject of, String field) {
    return of != null
            && of.hasField(field)
            && of.<@Nullable Object>getValue(field) instanceof RecordedObject object
        ? object
        : null;
  }

  private static @Nullable String string(@Nullable RecordedObject of, String field) {
    return of != null
            && of.hasField(field)
            && of.<@Nullable Object>getValue(field) instanceof String text
        ? text
        : null;
  }
}
