package dev.parka.runtime.trace;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads logs of {@code -Xlog:class+load}. Each class has a line, as HotSpot's {@code
 * InstanceKlass::print_class_load_logging} writes it: the binary name, and a source, which is
 * {@code jrt:/} and the module for classes of the run-time image, {@code shared objects file} for
 * those of the shared archive, whose module is not told, and something else for all others: {@code
 * file:/…}, {@code __JVM_LookupDefineClass__}, the name of a class that made it.
 */
final class UnifiedLog {

  private static final String SOURCE = " source: ";
  private static final String RUNTIME_IMAGE = "jrt:/";
  private static final String SHARED_ARCHIVE = "shared objects file";
  private static final String LOCATION = " location: jrt:/";

  /** How JDK 8 logs its first class. */
  private static final String BEFORE_MODULES = "[Loaded java.lang.Object from ";

  private static final Pattern VERSION = Pattern.compile("Version: (\\S{1,100}) \\(\\w{1,20}\\)");

  /** What may stand before the first class, whatever else is logged. */
  private static final long LONGEST_PREFACE = 16 << 20;

  private final TraceProblems problems;
  private final LoadedClasses loaded;
  private boolean isLog;
  private boolean isVersionKnown;

  UnifiedLog(TraceProblems problems, LoadedClasses loaded) {
    this.problems = problems;
    this.loaded = loaded;
  }

  void read(InputStream in) throws IOException {
    BoundedLines lines = new BoundedLines(in);
    String first = lines.next();
    for (String line = first; line != null; line = lines.next()) {
      read(line);
      if (loaded.isEmpty() && lines.consumed() > LONGEST_PREFACE) {
        break;
      }
    }
    if (loaded.isEmpty()) {
      throw isLog ? problems.noClasses() : problems.unknown(first == null ? "" : first);
    }
    if (!loaded.hasTheFirst()) {
      throw problems.incomplete("java.lang.Object, which every run loads first, is missing");
    }
    if (lines.endsInMidLine()) {
      throw problems.incomplete("its last line has no end");
    }
    if (!isVersionKnown) {
      loaded.checkSameJdk();
    }
  }

  private void read(String text) {
    if (text.startsWith(BEFORE_MODULES)) {
      throw problems.otherVersion(8);
    }
    LogLine line = LogLine.of(text);
    isLog |= line.isOfKnownTags();
    String message = line.message();
    int source = message.indexOf(SOURCE);
    int location = message.indexOf(LOCATION);
    if (source > 0 && line.mayBeOf("class,load")) {
      readClass(message.substring(0, source), message.substring(source + SOURCE.length()));
    } else if (location > 0 && line.mayBeOf("module,load")) {
      isLog = true;
      loaded.inBootLayer(message.substring(0, location));
    } else if (!isVersionKnown && message.startsWith("Version: ") && line.mayBeOf("gc,init")) {
      readVersion(message);
    }
  }

  private void readClass(String name, String source) {
    if (source.startsWith(RUNTIME_IMAGE)) {
      loaded.loaded(name, source.substring(RUNTIME_IMAGE.length()));
    } else if (source.startsWith(SHARED_ARCHIVE)) {
      loaded.loaded(name, null);
    }
  }

  private void readVersion(String message) {
    Matcher version = VERSION.matcher(message);
    if (version.matches()) {
      isVersionKnown = problems.checkVersion(version.group(1));
    }
  }
}
