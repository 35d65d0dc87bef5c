package dev.parka.runtime.trace;

import dev.parka.runtime.ParkaException;
import dev.parka.runtime.Printable;
import dev.parka.runtime.RuntimeProblem;
import dev.parka.runtime.jdk.Jdk;
import java.nio.file.Path;
import java.util.Locale;

/** The sentences about files that a run should have left behind. */
final class TraceProblems {

  /** What a log needs to be read with trust; in the order of -Xlog's syntax. */
  static final String LOG_TAGS = "class+load,module+load,gc+init";

  private static final int SHOWN = 40;

  private final Path file;
  private final Jdk jdk;
  private final String flag;

  private TraceProblems(Path file, Jdk jdk, String flag) {
    this.file = file;
    this.jdk = jdk;
    this.flag = flag;
  }

  /** Of a file that should be a log. */
  static TraceProblems ofLog(Path file, Jdk jdk) {
    return new TraceProblems(file, jdk, logFlag("run.log"));
  }

  /** Of a file that is a recording of JDK Flight Recorder. */
  static TraceProblems ofRecording(Path file, Jdk jdk) {
    return new TraceProblems(
        file, jdk, "-XX:StartFlightRecording:filename=run.jfr,jdk.ClassLoad#enabled=true");
  }

  /** The flag that makes a JVM write a log which can be read here. */
  static String logFlag(String file) {
    // Without filecount=0 the JVM begins the file anew after 20 MB.
    return "-Xlog:" + LOG_TAGS + ":file=" + file + "::filecount=0";
  }

  /** A file that is not there, or no file. */
  ParkaException unreadable(String why) {
    return problem(" cannot be read: " + why);
  }

  /** A file of another kind. */
  ParkaException unknown(String firstLine) {
    String start = firstLine.length() > SHOWN ? firstLine.substring(0, SHOWN) + "…" : firstLine;
    return problem(
        " is no record of a run: "
            + (firstLine.isEmpty() ? "it is empty" : "it begins with '" + start + "'"));
  }

  /** A log of something else. */
  ParkaException noClasses() {
    return problem(" is a log of the JVM that names no loaded class");
  }

  /** A log whose beginning or end is missing. */
  ParkaException incomplete(String what) {
    return problem(" is not whole: " + what);
  }

  /** A log that means harm. */
  ParkaException strange(String what) {
    return problem(" is no record of a run: " + what);
  }

  /** A record of a JDK that says which it is. */
  ParkaException otherVersion(int feature) {
    return problem(" was recorded on JDK " + feature);
  }

  /**
   * Whether this is a version, and then of the JDK that is wanted.
   *
   * @throws ParkaException [BadTrace] if it is another's
   */
  boolean checkVersion(String version) {
    int feature;
    try {
      feature = Runtime.Version.parse(version).feature();
    } catch (IllegalArgumentException e) {
      return false;
    }
    if (feature != jdk.featureVersion()) {
      throw otherVersion(feature);
    }
    return true;
  }

  /** A log of a JDK that its classes give away. */
  ParkaException otherClasses(String example, int missing, int of) {
    return problem(
        String.format(
            Locale.ROOT,
            " was recorded on another JDK: %d of its %d classes are unknown, such as %s",
            missing,
            of,
            example));
  }

  /** A recording that cannot be read. */
  ParkaException damagedRecording(String what) {
    return problem(" is a damaged recording of JDK Flight Recorder: " + what);
  }

  /** A recording that was made without the event that counts. */
  ParkaException noClassLoads() {
    return problem(" has no jdk.ClassLoad event, which is off unless asked for");
  }

  private ParkaException problem(String fact) {
    return new ParkaException(
        RuntimeProblem.BAD_TRACE,
        Printable.of(file + fact),
        "record a run on JDK " + jdk.featureVersion() + " with java " + flag + " …");
  }
}
